import Crypto
import HTTP

/// AWS Signature Version 4 with a long-lived key pair, in the header.
///
/// libcurl's own (7.88) is refused by real S3 for queries, awkward paths and plain requests alike.
struct Signature: Sendable {
    var accessKey: String
    var secretKey: String
    var region: String
    var service = "s3"

    /// Adds the date, the body's digest and the authorization.
    ///
    /// - Parameters:
    ///   - path: the encoded path, as sent.
    ///   - query: names and values, not encoded.
    ///   - host: as sent in `Host`.
    ///   - digest: hexadecimal SHA-256 of the body.
    ///   - time: seconds since 1970.
    /// - Returns: the encoded query in the order that was signed; send it as it stands.
    func sign(
        _ method: String, path: String, query: [(String, String)], host: String, headers: inout HTTPHeaders,
        digest: String, time: Int
    ) -> String {
        let date = Timestamp.compact(time)
        headers["x-amz-date"] = date
        headers["x-amz-content-sha256"] = digest
        var signed = headers.fields.map { ($0.name.lowercased(), Self.trimmed($0.value)) }
        signed.append(("host", host))
        signed.sort { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
        let names = signed.map(\.0).joined(separator: ";")
        let encoded = query.map { (Percent.encode($0.0), Percent.encode($0.1)) }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
            .map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        let lines = signed.map { "\($0.0):\($0.1)\n" }.joined()
        let canonical = "\(method)\n\(path)\n\(encoded)\n\(lines)\n\(names)\n\(digest)"
        let day = String(date.prefix(8))
        let scope = "\(day)/\(region)/\(service)/aws4_request"
        let text =
            "AWS4-HMAC-SHA256\n\(date)\n\(scope)\n"
            + Digest.hexadecimal(Digest.sha256(Array(canonical.utf8)))
        var key = Array("AWS4\(secretKey)".utf8)
        for part in [day, region, service, "aws4_request"] { key = Digest.hmac(part, key: key) }
        headers["Authorization"] =
            "AWS4-HMAC-SHA256 Credential=\(accessKey)/\(scope),SignedHeaders=\(names),"
            + "Signature=\(Digest.hexadecimal(Digest.hmac(text, key: key)))"
        return encoded
    }

    private static func trimmed(_ value: String) -> String {
        value.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
}
