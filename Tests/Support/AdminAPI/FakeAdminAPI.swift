import Glibc
import Model
import Synchronization

/// A small Admin API on 127.0.0.1, strict about what it is asked, for faults that a real server cannot be made to show
/// at will. Faults on the way come from a `FaultProxy` in front of it.
///
/// It knows each route's method, path, parameters, scope and permission, and answers in the shape of the server's own
/// serializers, with values of its own. It keeps nothing of what it is told but the record. Sources: Mastodon 4.6.5
/// `config/routes/api.rb`, `app/controllers/api/v1/admin`, `app/serializers/rest/admin`, `app/policies`.
package final class FakeAdminAPI: Sendable {
    package struct Request: Sendable {
        package var method: String
        package var path: String
        /// Of query and body, by name; an array's name without its brackets.
        package var parameters: [String: JSONValue]
        /// By name in lower case.
        package var headers: [String: String]
    }

    package struct Grant: Sendable {
        package var scopes: [String]
        /// Nil for a token that belongs to no user.
        package var owner: String?
        /// Bits, as of a role.
        package var permissions: Int64
    }

    struct State {
        var grants: [String: Grant] = [:]
        var requests: [Request] = []
        var complaints: [String] = []
        /// Ids by noun, highest first; what a list gives.
        var ids: [String: [Int64]] = [:]
        var missing: Set<Int64> = []
        var headers: [String] = []
        var revoked: [String] = []
        var applications = 0
        var sockets: Set<Int32> = []
        var isStopped = false
    }

    package let port: Int
    let state = Mutex(State())
    private let listener: Int32

    /// A server that knows one token, `good-token`, of an administrator called admin, with every scope.
    package init() {
        let socket = Sockets.listen()
        listener = socket
        port = Sockets.port(of: socket)
        grant("good-token")
        Sockets.thread { [weak self] in
            while let client = Sockets.accept(socket) {
                guard let self, self.keep(client) else {
                    close(client)
                    break
                }
                Sockets.thread { self.serve(client) }
            }
            close(socket)
        }
    }

    deinit { stop() }

    package func stop() {
        let isFirst = state.withLock { state in
            defer { state.isStopped = true }
            for socket in state.sockets { shutdown(socket, CInt(SHUT_RDWR)) }
            return !state.isStopped
        }
        // The accepting thread closes the socket then, and its number may soon be another's.
        if isFirst { shutdown(listener, CInt(SHUT_RDWR)) }
    }

    package var url: String { "http://127.0.0.1:\(port)" }

    // MARK: - what a test says and asks

    /// Lets a token in.
    package func grant(
        _ token: String, scopes: [String] = ["read:accounts", "admin:read", "admin:write"], owner: String? = "admin",
        permissions: Int64 = 1
    ) {
        state.withLock { $0.grants[token] = Grant(scopes: scopes, owner: owner, permissions: permissions) }
    }

    /// Fills a list; `domain_blocks`, `trends/tags`.
    package func fill(_ noun: String, _ ids: [Int64]) { state.withLock { $0.ids[noun] = ids } }

    /// Answers 404 for this record.
    package func lose(_ id: Int64) { state.withLock { _ = $0.missing.insert(id) } }

    /// Adds header lines to every answer from now on.
    package func tell(_ headers: [String]) { state.withLock { $0.headers = headers } }

    /// What was asked, without the questions about the token itself.
    package var asked: [Request] {
        all.filter { $0.path != "/oauth/token/info" && $0.path != "/api/v1/accounts/verify_credentials" }
    }

    package var all: [Request] { state.withLock { $0.requests } }

    /// What no real client would have sent: unknown parameters, wrong methods, unknown paths.
    package var complaints: [String] { state.withLock { $0.complaints } }

    package var revoked: [String] { state.withLock { $0.revoked } }

    // MARK: - serving

    private func keep(_ socket: Int32) -> Bool {
        state.withLock { state in
            if state.isStopped { return false }
            state.sockets.insert(socket)
            return true
        }
    }

    private func serve(_ client: Int32) {
        var input = SocketReader(client)
        while let message = input.message(isAnswerTo: nil) {
            let answer = answer(to: message)
            var lines = ["HTTP/1.1 \(answer.status) Told", "Content-Length: \(answer.body.utf8.count)"]
            lines += ["Content-Type: application/json; charset=utf-8"] + answer.headers + state.withLock { $0.headers }
            let text = lines.joined(separator: "\r\n") + "\r\n\r\n" + answer.body
            guard Sockets.write(Array(text.utf8), to: client) else { break }
        }
        state.withLock { state in
            state.sockets.remove(client)
            close(client)
        }
    }

    struct Answer {
        var status = 200
        var body = "{}"
        var headers: [String] = []

        static func error(_ status: Int, _ text: String) -> Answer {
            Answer(status: status, body: JSONValue.object([.init("error", .string(text))]).text)
        }
    }

    private func answer(to message: SocketReader.Message) -> Answer {
        guard let request = Self.request(message) else { return .error(400, "Bad Request") }
        let state = self.state.withLock { state in
            state.requests.append(request)
            return state
        }
        if let answer = oauth(request, state) { return answer }
        let fitting = Self.routes.filter { $0.fits(request.path) }
        guard let route = fitting.first(where: { $0.method == request.method }) else {
            return complain("\(request.method) \(request.path) is no route", .error(404, "Not Found"))
        }
        let paging: Set<String> = route.list == nil ? [] : ["limit", "max_id", "since_id", "min_id", "offset"]
        for name in request.parameters.keys where !route.takes.contains(name) && !paging.contains(name) {
            return complain("\(route.words) takes no \(name)", .error(400, "Bad Request"))
        }
        for name in route.needs where request.parameters[name] == nil {
            return complain("\(route.words) needs \(name)", .error(400, "param is missing: \(name)"))
        }
        guard let grant = Self.token(request).flatMap({ state.grants[$0] }) else {
            return .error(401, "The access token is invalid")
        }
        guard grant.scopes.contains(route.scope) || grant.scopes.contains(route.wideScope) else {
            return .error(403, "This action is outside the authorized scopes")
        }
        guard grant.permissions & 1 == 1 || grant.permissions & route.permission != 0 else {
            return .error(403, "This action is not allowed")
        }
        let id = route.id(in: request.path)
        if let id, state.missing.contains(id) { return .error(404, "Record not found") }
        if let noun = route.list { return page(noun, route, request, state) }
        return Answer(body: route.answer(id ?? 100, request.parameters))
    }

    private func complain(_ text: String, _ answer: Answer) -> Answer {
        state.withLock { $0.complaints.append(text) }
        return answer
    }

    static func token(_ request: Request) -> String? {
        request.headers["authorization"].flatMap { $0.hasPrefix("Bearer ") ? String($0.dropFirst(7)) : nil }
    }

    // MARK: - lists

    private func page(_ noun: String, _ route: Route, _ request: Request, _ state: State) -> Answer {
        func number(_ name: String) -> Int64? { request.parameters[name]?.string.flatMap { Int64($0) } }
        let isRanked = noun.hasPrefix("trends/") && noun != "trends/links/publishers"
        let limit = Int(min(number("limit") ?? (isRanked ? 10 : 100), Int64(route.most)))
        var ids = state.ids[noun] ?? [3, 2, 1]
        let offset = number("offset") ?? 0
        if isRanked {
            ids = Array(ids.dropFirst(Int(offset)))
        } else if let most = number("max_id") {
            ids = ids.filter { $0 < most }
        }
        let given = Array(ids.prefix(limit))
        var links: [String] = []
        // For what trends the server names its public list, which an admin must not be led to.
        let path = isRanked ? request.path.replacing("/admin", with: "") : request.path
        let place = "http://\(request.headers["host"] ?? "")\(path)"
        if given.count == limit, let last = given.last {
            let next = isRanked ? "offset=\(Int(offset) + limit)" : "max_id=\(last)"
            links.append("<\(place)?limit=\(limit)&\(next)>; rel=\"next\"")
        }
        if let first = given.first { links.append("<\(place)?limit=\(limit)&min_id=\(first)>; rel=\"prev\"") }
        let body = "[" + given.map { route.answer($0, request.parameters) }.joined(separator: ",") + "]"
        return Answer(body: body, headers: links.isEmpty ? [] : ["Link: " + links.joined(separator: ", ")])
    }

    // MARK: - reading requests

    private static func request(_ message: SocketReader.Message) -> Request? {
        let lines = message.head.split(separator: "\r\n")
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count >= 2 else { return nil }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
        }
        let target = words[1].split(separator: "?", maxSplits: 1)
        var parameters = target.count == 2 ? form(String(target[1])) : [:]
        let body = String(decoding: message.body, as: UTF8.self)
        if headers["content-type"]?.hasPrefix("application/json") == true {
            guard case .object(let members) = JSONValue(parsing: body) else { return nil }
            for member in members { parameters[member.name] = member.value }
        } else if !body.isEmpty {
            parameters.merge(form(body)) { $1 }
        }
        return Request(
            method: String(words[0]), path: String(target[0]), parameters: parameters, headers: headers)
    }

    private static func form(_ text: String) -> [String: JSONValue] {
        var fields: [String: JSONValue] = [:]
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            let name = decoded(parts[0])
            let value = JSONValue.string(parts.count == 2 ? decoded(parts[1]) : "")
            if name.hasSuffix("[]") {
                let plain = String(name.dropLast(2))
                fields[plain] = .array((fields[plain]?.array ?? []) + [value])
            } else {
                fields[name] = value
            }
        }
        return fields
    }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
