import HTTP

/// One object as a listing or a HEAD tells it.
package struct S3Object: Sendable, Equatable {
    package var key: String
    /// The key's bytes, only where they are not UTF-8 and `key` is a repair that names nothing.
    package var rawKey: [UInt8]?
    package var size: Int64
    /// Seconds since 1970.
    package var modified: Double
    /// The ETag without its quotation marks: mostly the MD5 of the content, of one sent in parts another.
    package var tag: String?

    package init(key: String, rawKey: [UInt8]? = nil, size: Int64, modified: Double, tag: String? = nil) {
        self.key = key
        self.rawKey = rawKey
        self.size = size
        self.modified = modified
        self.tag = tag
    }
}

/// One page of a listing.
struct S3Page: Equatable {
    var objects: [S3Object] = []
    var isTruncated = false
    /// V2's token, or V1's next marker.
    var next: String?
}

/// The documents that S3 answers. Element names are compared without their namespace, which providers vary.
enum S3Answer {
    /// A page of ListObjects, V1 or V2.
    ///
    /// - Throws: `S3Error`, also for an error in a successful answer.
    static func page(_ response: HTTPResponse) throws -> S3Page {
        var page = S3Page()
        var object = S3Object(key: "", size: 0, modified: 0)
        var isEncoded = false
        try read(response, root: "ListBucketResult") { path, name, text in
            switch (path.count, path.last, name) {
            case (2, "Contents", "Key"): object.key = text
            case (2, "Contents", "Size"): object.size = Int64(text) ?? 0
            case (2, "Contents", "LastModified"): object.modified = Timestamp.parse(iso: text) ?? 0
            case (2, "Contents", "ETag"): object.tag = tag(text)
            case (1, _, "Contents"):
                page.objects.append(object)
                object = S3Object(key: "", size: 0, modified: 0)
            case (1, _, "IsTruncated"): page.isTruncated = text == "true" || text == "1"
            case (1, _, "NextContinuationToken") where !text.isEmpty: page.next = text
            case (1, _, "NextMarker") where !text.isEmpty: page.next = text
            case (1, _, "EncodingType"): isEncoded = text == "url"
            default: break
            }
        }
        if isEncoded {
            for index in page.objects.indices {
                let bytes = Percent.decode(page.objects[index].key)
                let text = String(validating: bytes, as: UTF8.self)
                page.objects[index].key = text ?? String(decoding: bytes, as: UTF8.self)
                page.objects[index].rawKey = text == nil ? bytes : nil
            }
        }
        return page
    }

    /// The keys that DeleteObjects could not delete, each with the server's code.
    static func deletion(_ response: HTTPResponse) throws -> [(key: String, code: String)] {
        var failures: [(key: String, code: String)] = []
        var (key, code) = ("", "")
        try read(response, root: "DeleteResult") { path, name, text in
            switch (path.count, path.last, name) {
            case (2, "Error", "Key"): key = text
            case (2, "Error", "Code"): code = text
            case (1, _, "Error"):
                failures.append((key, code))
                (key, code) = ("", "")
            default: break
            }
        }
        return failures
    }

    /// Makes sure that a copy was made: it may answer 200 and fail inside.
    static func copy(_ response: HTTPResponse) throws {
        try read(response, root: "CopyObjectResult") { _, _, _ in }
    }

    /// The id of an upload in parts that was begun.
    static func upload(_ response: HTTPResponse) throws -> String {
        var id = ""
        try read(response, root: "InitiateMultipartUploadResult") { path, name, text in
            if path.count == 1, name == "UploadId" { id = text }
        }
        return id
    }

    /// Makes sure that an upload was put together: it may answer 200 and fail inside.
    static func completion(_ response: HTTPResponse) throws {
        try read(response, root: "CompleteMultipartUploadResult") { _, _, _ in }
    }

    /// The uploads of a key that were begun and never ended.
    static func uploads(_ response: HTTPResponse, of key: String) throws -> [String] {
        var found: [String] = []
        var (name, id) = ("", "")
        try read(response, root: "ListMultipartUploadsResult") { path, element, text in
            switch (path.count, path.last, element) {
            case (2, "Upload", "Key"): name = text
            case (2, "Upload", "UploadId"): id = text
            case (1, _, "Upload"):
                if name == key { found.append(id) }
            default: break
            }
        }
        return found
    }

    /// Whom an access control list lets do what: the group's address or nothing, and the right.
    static func grants(_ response: HTTPResponse) throws -> [S3Grant] {
        var grants: [S3Grant] = []
        var (group, right) = ("", "")
        try read(response, root: "AccessControlPolicy") { path, name, text in
            switch (path.last, name) {
            case ("Grantee", "URI"): group = text
            case ("Grant", "Permission"): right = text
            case (_, "Grant"):
                grants.append(S3Grant(group: group, right: right))
                (group, right) = ("", "")
            default: break
            }
        }
        return grants
    }

    /// Without its quotation marks, which some leave out; nil for none.
    static func tag(_ text: String) -> String? {
        let bare = text.filter { $0 != "\"" }
        return bare.isEmpty ? nil : bare
    }

    /// The error of an answer.
    ///
    /// - Throws: `XMLError` when there is none in it.
    static func error(_ response: HTTPResponse) throws -> S3Error {
        var error = S3Error(status: response.status, code: "")
        try walk(response.body, root: "Error") { path, name, text in
            guard path.count == 1 else { return }
            switch name {
            case "Code": error.code = text
            case "Message": error.message = text
            case "RequestId": error.requestID = text
            default: break
            }
        }
        if error.code.isEmpty { error.code = "HTTP\(response.status)" }
        return error
    }

    private static func read(
        _ response: HTTPResponse, root: String, _ take: (_ path: [String], _ name: String, _ text: String) -> Void
    ) throws {
        do {
            try walk(response.body, root: root, take)
        } catch let error as XMLError {
            if let inner = try? Self.error(response) { throw inner }
            throw S3Error(status: response.status, code: S3Error.malformed, message: error.reason)
        }
    }

    /// Calls `take` at the end of each element with the elements around it and its own text.
    private static func walk(
        _ body: [UInt8], root: String, _ take: (_ path: [String], _ name: String, _ text: String) -> Void
    ) throws {
        var reader = XMLReader(body)
        guard var event = try reader.next(), event == .start(root) else {
            throw XMLError(reason: "another document than \(root)", offset: 0)
        }
        var text = ""
        repeat {
            switch event {
            case .start: text = ""
            case .text(let part): text += part
            case .end(let name):
                take(reader.path, name, text)
                text = ""
            }
            guard let next = try reader.next() else { break }
            event = next
        } while true
    }
}
