/// Where a bucket is and how it is spoken to. Plain values: reading the environment is Configuration's matter.
package struct S3Settings: Sendable {
    package var bucket: String
    package var accessKey: String
    package var secretKey: String
    package var region = "us-east-1"
    /// `S3_ENDPOINT`, with its scheme; nil for AWS. `S3_HOSTNAME` and `S3_PROTOCOL` only make public addresses: the
    /// server itself sends its requests to the endpoint (Mastodon 4.2–4.6, `config/initializers/paperclip.rb`).
    package var endpoint: String?
    /// The bucket in the path. With an endpoint true unless `S3_OVERRIDE_PATH_STYLE`; on AWS false.
    package var usesPathStyle = true
    /// Canned ACL of what is written (`S3_PERMISSION`); empty for none.
    package var permission = "public-read"
    /// `S3_STORAGE_CLASS` of what is written.
    package var storageClass: String?
    /// Keys in one DeleteObjects (`S3_BATCH_DELETE_LIMIT`), 1...1000.
    package var batchDeleteLimit = 1000
    package var retry = S3Retry()
    /// Requests at once.
    package var concurrency = 8
    /// Whole seconds of silence after which a request is given up.
    package var stallTimeout = Duration.seconds(60)
    package var connectTimeout = Duration.seconds(5)
    package var caFile: String?

    package init(bucket: String, accessKey: String, secretKey: String) {
        self.bucket = bucket
        self.accessKey = accessKey
        self.secretKey = secretKey
    }

    /// `host[:port]/bucket`, for messages.
    package var place: String { "\(location.host)/\(bucket)" }

    /// The parts of every address: `https`, `host[:port]` as sent in `Host`, and the path before the key's slash.
    var location: (scheme: String, host: String, base: String) {
        let suffix = region.hasPrefix("cn-") ? "amazonaws.com.cn" : "amazonaws.com"
        let address = endpoint ?? "https://s3.\(region).\(suffix)"
        let (scheme, rest): (String, Substring)
        if let mark = address.firstRange(of: "://") {
            (scheme, rest) = (address[..<mark.lowerBound].lowercased(), address[mark.upperBound...])
        } else {
            (scheme, rest) = ("https", address[...])
        }
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        var host = rest[..<slash].lowercased()
        var folder = String(rest[slash...])
        while folder.hasSuffix("/") { folder.removeLast() }
        // libcurl leaves the scheme's own port out of the Host header, and the signature covers that header.
        let usual = scheme == "https" ? ":443" : ":80"
        if host.hasSuffix(usual) { host.removeLast(usual.count) }
        // No certificate for *.host covers a bucket's name with dots.
        if usesPathStyle || scheme == "https" && bucket.contains(".") {
            return (scheme, host, "\(folder)/\(Percent.encode(bucket))")
        }
        return (scheme, "\(bucket).\(host)", folder)
    }
}

/// How often, and how long to wait between: exponential backoff with full jitter.
package struct S3Retry: Sendable {
    /// Including the first.
    package var attempts = 6
    package var base = Duration.milliseconds(200)
    package var cap = Duration.seconds(20)

    package init() {}

    /// The wait before the given attempt (2, 3, ...), no shorter than what the server asked for, within a minute.
    func delay(before attempt: Int, asked: Duration?) -> Duration {
        let bound = min(cap, base * (1 << min(attempt - 2, 16)))
        let wait = bound * Double.random(in: 0...1)
        return max(wait, min(asked ?? .zero, .seconds(60)))
    }
}
