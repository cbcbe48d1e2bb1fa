import HTTP

extension S3Client {
    /// What HEAD says of the object, nil when there is none.
    package func head(_ key: String) async throws -> S3Object? {
        try await perform("HEAD", key: key, accepting: [404]) { response in
            guard response.status != 404 else { return nil }
            return S3Object(
                key: key, size: response.headers["Content-Length"].flatMap { Int64($0) } ?? 0,
                modified: response.headers["Last-Modified"].flatMap { Timestamp.parse(header: $0) } ?? 0,
                tag: response.headers["ETag"].flatMap { S3Answer.tag($0) })
        }
    }

    /// How an object is served, nil when there is none.
    package func headers(of key: String) async throws -> S3Served? {
        try await perform("HEAD", key: key, accepting: [404]) { response in
            guard response.status != 404 else { return nil }
            return S3Served(
                contentType: response.headers["Content-Type"], cacheControl: response.headers["Cache-Control"])
        }
    }

    /// Some bytes of an object, nil when there is none or it ends before them.
    package func get(_ key: String, from offset: Int64, count: Int) async throws -> [UInt8]? {
        guard count > 0 else { return try await head(key) == nil ? nil : [] }
        let headers: HTTPHeaders = ["Range": "bytes=\(offset)-\(offset + Int64(count) - 1)"]
        return try await perform("GET", key: key, headers: headers, accepting: [404, 416]) { response in
            guard [404, 416].contains(response.status) else { return response.body }
            let error = S3Error(response)
            if error.code == "NoSuchBucket" { throw error }
            return nil
        }
    }

    /// The whole object, nil when there is none. A missing bucket is an error.
    package func get(_ key: String) async throws -> [UInt8]? {
        try await perform("GET", key: key, accepting: [404]) { response in
            guard response.status == 404 else { return response.body }
            let error = S3Error(response)
            if error.code == "NoSuchBucket" { throw error }
            return nil
        }
    }

    /// Stores a small object with the storage class of the settings.
    ///
    /// - Parameter acl: nil for that of the settings.
    /// - Returns: the tag that the service gives it.
    @discardableResult
    package func put(
        _ key: String, _ bytes: [UInt8], contentType: String = "application/octet-stream", cacheControl: String? = nil,
        acl: String? = nil
    ) async throws -> String? {
        let headers = written(as: S3Served(contentType: contentType, cacheControl: cacheControl), acl: acl)
        return try await perform("PUT", key: key, headers: headers, body: bytes) { response in
            response.headers["ETag"].flatMap { S3Answer.tag($0) }
        }
    }

    /// Copies within the bucket, with the metadata; the ACL is that of the settings, since S3 copies none.
    package func copy(_ key: String, to target: String) async throws {
        try await copy(key, of: settings.bucket, to: target)
    }

    /// Copies an object of a bucket of the same service into this one.
    ///
    /// - Parameters:
    ///   - served: how the copy is served; nil keeps what the object has.
    ///   - acl: nil for that of the settings.
    package func copy(
        _ key: String, of bucket: String, to target: String, served: S3Served? = nil, acl: String? = nil
    ) async throws {
        var headers = written(as: served ?? S3Served(), acl: acl)
        let source = Percent.encode(key, keepingSlashes: true)
        headers["x-amz-copy-source"] = "/\(Percent.encode(bucket))/\(source)"
        headers["x-amz-metadata-directive"] = served == nil ? "COPY" : "REPLACE"
        try await perform("PUT", key: target, headers: headers) { try S3Answer.copy($0) }
    }

    /// Sets a canned ACL; does nothing where the settings say that none is used.
    ///
    /// - Parameter acl: nil for that of the settings.
    package func publish(_ key: String, acl: String? = nil) async throws {
        guard !settings.permission.isEmpty else { return }
        let headers: HTTPHeaders = ["x-amz-acl": acl ?? settings.permission]
        try await perform("PUT", key: key, query: [("acl", "")], headers: headers) { _ in }
    }

    /// Whom the object's access control list lets do what; nil when there is no object.
    package func grants(of key: String) async throws -> [S3Grant]? {
        try await perform("GET", key: key, query: [("acl", "")], accepting: [404]) { response in
            response.status == 404 ? nil : try S3Answer.grants(response)
        }
    }

    /// Makes the bucket, for sandboxes and tests.
    package func createBucket() async throws {
        try await perform("PUT") { _ in }
    }

    /// The headers of what is written.
    func written(as served: S3Served, acl: String?) -> HTTPHeaders {
        var headers: HTTPHeaders = [:]
        if !settings.permission.isEmpty { headers["x-amz-acl"] = acl ?? settings.permission }
        if let storageClass = settings.storageClass { headers["x-amz-storage-class"] = storageClass }
        if let type = served.contentType { headers["Content-Type"] = type }
        if let cache = served.cacheControl { headers["Cache-Control"] = cache }
        return headers
    }
}

/// The headers an object is served with.
package struct S3Served: Sendable, Equatable {
    package var contentType: String?
    package var cacheControl: String?

    package init(contentType: String? = nil, cacheControl: String? = nil) {
        self.contentType = contentType
        self.cacheControl = cacheControl
    }
}

/// A line of an access control list.
package struct S3Grant: Sendable, Equatable {
    /// `http://acs.amazonaws.com/groups/global/AllUsers`; empty for an account.
    package var group: String
    /// `READ`, `FULL_CONTROL`.
    package var right: String
}
