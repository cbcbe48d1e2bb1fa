import HTTP

extension S3Client {
    /// What HEAD says of the object, nil when there is none.
    package func head(_ key: String) async throws -> S3Object? {
        try await perform("HEAD", key: key, accepting: [404]) { response in
            guard response.status != 404 else { return nil }
            return S3Object(
                key: key, size: response.headers["Content-Length"].flatMap { Int64($0) } ?? 0,
                modified: response.headers["Last-Modified"].flatMap { Timestamp.parse(header: $0) } ?? 0)
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

    /// Stores a small object with the ACL and the storage class of the settings.
    package func put(
        _ key: String, _ bytes: [UInt8], contentType: String = "application/octet-stream", cacheControl: String? = nil
    ) async throws {
        var headers = written
        headers["Content-Type"] = contentType
        if let cacheControl { headers["Cache-Control"] = cacheControl }
        try await perform("PUT", key: key, headers: headers, body: bytes) { _ in }
    }

    /// Copies within the bucket, with the metadata; the ACL is that of the settings, since S3 copies none.
    package func copy(_ key: String, to target: String) async throws {
        var headers = written
        let source = Percent.encode(key, keepingSlashes: true)
        headers["x-amz-copy-source"] = "/\(Percent.encode(settings.bucket))/\(source)"
        headers["x-amz-metadata-directive"] = "COPY"
        try await perform("PUT", key: target, headers: headers) { try S3Answer.copy($0) }
    }

    /// Sets the canned ACL of the settings; does nothing when that is empty.
    package func publish(_ key: String) async throws {
        guard !settings.permission.isEmpty else { return }
        let headers: HTTPHeaders = ["x-amz-acl": settings.permission]
        try await perform("PUT", key: key, query: [("acl", "")], headers: headers) { _ in }
    }

    /// Makes the bucket, for sandboxes and tests.
    package func createBucket() async throws {
        try await perform("PUT") { _ in }
    }

    private var written: HTTPHeaders {
        var headers: HTTPHeaders = [:]
        if !settings.permission.isEmpty { headers["x-amz-acl"] = settings.permission }
        if let storageClass = settings.storageClass { headers["x-amz-storage-class"] = storageClass }
        return headers
    }
}
