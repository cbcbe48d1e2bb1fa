import Crypto
import Faults
import Glibc
import HTTP
import Model

/// The text of a source, and how it was come by.
package struct FetchedList: Sendable {
    package var bytes: [UInt8]
    /// Nil unless it is an old copy, since a new one cannot be had.
    package var trouble: String?
}

/// Brings the lists of other people here: from files, or over HTTP with a copy kept in the state folder.
package struct ListFetching: Sendable {
    private let copies: ListCopies
    private let client: HTTPClient

    private static var sizeLimit: Int { 64 << 20 }
    private static var attempts: Int { 3 }

    package init(state: StateFolder<some Access>) {
        copies = ListCopies(in: state)
        var settings = HTTPClient.Settings()
        settings.stallTimeout = .seconds(30)
        settings.totalTimeout = .seconds(300)
        settings.concurrency = 4
        settings.maximumResponseSize = Self.sizeLimit
        client = HTTPClient(settings)
    }

    package func close() { client.close() }

    /// - Throws: `Fault(.unreachable)`, `.badData`, `.noSuch`, `.denied` or `.inputOutput`, naming the source.
    package func list(of source: BlockListSource, now: UTCTime) async throws -> FetchedList {
        switch source.place {
        case .file(let path):
            let file = try ListFile(path: path)
            var bytes: [UInt8] = []
            while true {
                let piece = try file.piece(at: bytes.count)
                if piece.isEmpty { break }
                bytes += piece
            }
            try Self.check(bytes, of: source)
            return FetchedList(bytes: bytes)
        case .url(let url): return try await kept(source, url, token: nil, now)
        case .instance(let address):
            return try await kept(source, "\(address)/api/v1/instance/domain_blocks", token: nil, now)
        case .admin(let address, let tokenFile):
            let token = try Self.token(in: tokenFile)
            return try await kept(source, "\(address)/api/v1/admin/domain_blocks?limit=200", token: token, now)
        }
    }

    /// The copy while it is fresh, else what the server has, else the copy all the same.
    private func kept(
        _ source: BlockListSource, _ url: String, token: String?, _ now: UTCTime
    ) async throws -> FetchedList {
        let name = Digest.sha256Digits(url)
        var copy = try Copy(copies, name)
        if let copy, now.seconds - copy.fetched < source.ttl, now.seconds >= copy.fetched {
            return FetchedList(bytes: copy.bytes)
        }
        do {
            if let answer = try await fetch(source, url, token: token, copy) {
                try Self.check(answer.bytes, of: source)
                copy = answer
            }
            copy?.fetched = now.seconds
            try copy?.write(to: copies, name)
            return FetchedList(bytes: copy?.bytes ?? [])
        } catch let fault as Fault {
            guard let copy, fault.kind != .inputOutput, fault.kind != .interrupted else { throw fault }
            let age = Int((now.seconds - copy.fetched) / 3_600)
            return FetchedList(
                bytes: copy.bytes,
                trouble: "\(fault.message); its copy of \(Noun.counted(age, "hours")) ago is taken instead")
        }
    }

    /// - Returns: nil when the copy is what the server has.
    private func fetch(
        _ source: BlockListSource, _ url: String, token: String?, _ copy: Copy?
    ) async throws -> Copy? {
        var headers: HTTPHeaders = ["Accept": "application/json, text/csv, text/plain, */*"]
        if let token {
            headers["Authorization"] = "Bearer \(token)"
        } else if let copy {
            headers["If-None-Match"] = copy.etag
            headers["If-Modified-Since"] = copy.modified
        }
        let answer = try await get(source, url, headers)
        if answer.status == 304, copy != nil { return nil }
        guard answer.status == 200 else {
            throw Fault(
                answer.status == 401 || answer.status == 403 ? .denied : .unreachable,
                "the source \(source.name) answers with status \(answer.status)",
                help: "look at its address, or set `optional = true` for it")
        }
        let plain = headers.filter { !$0.name.hasPrefix("If-") }
        let pages = ListPages(name: source.name, url: url, sizeLimit: Self.sizeLimit) {
            try await get(source, $0, plain)
        }
        if let all = try await pages.gathered(from: answer) {
            // The first page's tag says nothing of the others.
            return Copy(bytes: all, etag: nil, modified: nil, fetched: 0)
        }
        return Copy(
            bytes: answer.body, etag: answer.headers["ETag"], modified: answer.headers["Last-Modified"], fetched: 0)
    }

    /// Follows redirections, without the token to another server, and tries again what may pass.
    private func get(_ source: BlockListSource, _ start: String, _ headers: HTTPHeaders) async throws -> HTTPResponse {
        var url = start
        var headers = headers
        for _ in 0..<6 {
            let answer = try await patiently(source, HTTPRequest("GET", url, headers: headers))
            guard [301, 302, 303, 307, 308].contains(answer.status), let place = answer.headers["Location"] else {
                return answer
            }
            guard let next = HTTPAddress.resolved(place, from: url) else { break }
            if HTTPAddress.origin(next) != HTTPAddress.origin(url) { headers["Authorization"] = nil }
            url = next
        }
        throw Fault(.unreachable, "the source \(source.name) is redirected without end")
    }

    private func patiently(_ source: BlockListSource, _ request: HTTPRequest) async throws -> HTTPResponse {
        var attempt = 1
        while true {
            do {
                let answer = try await client.send(request)
                guard answer.status == 429 || answer.status >= 500, attempt < Self.attempts else { return answer }
                let wanted = answer.headers["Retry-After"].flatMap { Double($0) } ?? Double(attempt) / 2
                try await Task.sleep(for: .seconds(min(max(wanted, 0), 30)))
            } catch let error as HTTPError {
                guard error.isTransient, attempt < Self.attempts else {
                    throw Fault(
                        .unreachable, "the source \(source.name) cannot be fetched", notes: ["\(error)"],
                        help: "try again later, or set `optional = true` for it", cause: error)
                }
                try await Task.sleep(for: .seconds(Double(attempt) / 4))
            }
            attempt += 1
        }
    }

    /// - Throws: `Fault(.badData)` for what is no list, so that it never takes the place of one.
    private static func check(_ bytes: [UInt8], of source: BlockListSource) throws {
        var reader = BlockListReader()
        do {
            _ = try reader.read(bytes[...])
            _ = try reader.finish()
        } catch {
            throw Fault(
                .badData, "the source \(source.name) is no list of blocks",
                notes: ["line \(error.line): \(error.reason)"])
        }
    }

    private static func token(in path: String) throws -> String {
        let file = try ListFile(path: path)
        let text = String(decoding: try file.piece(at: 0), as: UTF8.self)
        let token = text.prefix { !$0.isNewline }
        guard !token.isEmpty, token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Fault(.badData, "\(path) holds no token")
        }
        return String(token)
    }
}

/// What is kept of a source between runs.
private struct Copy {
    var bytes: [UInt8]
    var etag: String?
    var modified: String?
    /// Seconds since 1970.
    var fetched: Double

    init(bytes: [UInt8], etag: String?, modified: String?, fetched: Double) {
        self.bytes = bytes
        self.etag = etag
        self.modified = modified
        self.fetched = fetched
    }

    /// Nil when there is none, or none that can be used.
    init?(_ copies: ListCopies, _ name: String) throws {
        guard let notes = try copies.read(name + ".json"), let bytes = try copies.read(name + ".list"),
            let json = JSONValue(parsing: String(decoding: notes, as: UTF8.self)),
            let fetched = json["fetched"]?.integer, json["size"]?.integer == Int64(bytes.count)
        else { return nil }
        self.init(
            bytes: bytes, etag: json["etag"]?.string, modified: json["modified"]?.string, fetched: Double(fetched))
    }

    func write(to copies: ListCopies, _ name: String) throws {
        try copies.write(name + ".list", bytes)
        let notes = JSONValue.object([
            .init("fetched", .integer(Int64(fetched))), .init("size", .integer(Int64(bytes.count))),
            .init("etag", etag.map { .string($0) } ?? .null), .init("modified", modified.map { .string($0) } ?? .null),
        ])
        try copies.write(name + ".json", Array(notes.text.utf8))
    }
}
