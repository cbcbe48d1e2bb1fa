import Crypto
import HTTP
import Model

/// Signatures of HTTP messages as RFC 9421 has them, as far as a server and its auxiliary services use them: Ed25519, one
/// signature a message, over derived components and whole header fields.
///
/// Source: Mastodon 4.6.5 `app/lib/fasp/request.rb`, linzer 0.7.9.
enum MessageSignature {
    /// What a request's `Content-Digest` says of its body.
    static func digest(of body: [UInt8]) -> String { "sha-256=:\(Base64.text(Digest.sha256(body))):" }

    /// Signs a request that has its digest already.
    ///
    /// - Returns: false when the key does not sign.
    static func sign(_ request: inout HTTPRequest, by key: EdwardsKey, called id: String, at time: UTCTime) -> Bool {
        let parameters =
            #"("@method" "@target-uri" "content-digest");created=\#(Int64(time.seconds));keyid="\#(id)""#
        let base = [
            #""@method": \#(request.method)"#, #""@target-uri": \#(request.url)"#,
            #""content-digest": \#(request.headers["Content-Digest"] ?? "")"#,
            #""@signature-params": \#(parameters)"#,
        ].joined(separator: "\n")
        guard let signature = key.signature(of: Array(base.utf8)) else { return false }
        request.headers["Signature-Input"] = "sig1=\(parameters)"
        request.headers["Signature"] = "sig1=:\(Base64.text(signature)):"
        return true
    }

    /// Why an answer is not to be believed; nil when its body is what the key has signed.
    static func doubt(_ response: HTTPResponse, by key: EdwardsKey) -> String? {
        guard let digest = response.headers["Content-Digest"] else { return "it has no digest" }
        guard digest == self.digest(of: response.body) else { return "its digest is not that of what it says" }
        guard let input = response.headers["Signature-Input"], let equals = input.firstIndex(of: "="),
            let signed = response.headers["Signature"]
        else { return "it is not signed" }
        let label = input[..<equals]
        let parameters = input[input.index(after: equals)...]
        guard signed.hasPrefix("\(label)=:"), signed.hasSuffix(":"),
            let signature = Base64.bytes(String(signed.dropFirst(label.utf8.count + 2).dropLast())),
            let names = components(of: parameters)
        else { return "its signature cannot be read" }
        guard names.contains("content-digest"), names.contains("@status") else {
            return "its signature does not cover what it says"
        }
        var lines: [String] = []
        for name in names {
            let value = name == "@status" ? "\(response.status)" : response.headers[name]
            guard let value, name == "@status" || !name.hasPrefix("@") else {
                return "its signature covers \(name), which it has not"
            }
            lines.append(#""\#(name)": \#(value)"#)
        }
        lines.append(#""@signature-params": \#(parameters)"#)
        return key.verifies(signature, of: Array(lines.joined(separator: "\n").utf8))
            ? nil : "its signature is not by the key that the provider has given"
    }

    /// `@status` and `content-digest` of `("@status" "content-digest");created=1`; nil for what is none, or has
    /// parameters of its own.
    private static func components(of parameters: Substring) -> [String]? {
        guard parameters.hasPrefix("("), let end = parameters.firstIndex(of: ")") else { return nil }
        let names = parameters[..<end].dropFirst().split(separator: " ")
        guard names.allSatisfy({ $0.count > 2 && $0.hasPrefix("\"") && $0.hasSuffix("\"") }) else { return nil }
        return names.map { String($0.dropFirst().dropLast()) }
    }
}
