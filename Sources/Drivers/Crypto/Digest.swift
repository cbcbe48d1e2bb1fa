import CCrypto

/// Digests and the forms in which they are written, by libcrypto.
package enum Digest {
    /// Lower-case hexadecimal SHA-256 of a text.
    package static func sha256(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result = [UInt8](repeating: 0, count: 32)
        EVP_Digest(bytes, bytes.count, &result, nil, EVP_sha256(), nil)
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: result.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// On one line, padded.
    package static func base64(_ bytes: [UInt8]) -> String {
        var result = [UInt8](repeating: 0, count: (bytes.count + 2) / 3 * 4 + 1)
        let count = EVP_EncodeBlock(&result, bytes, Int32(bytes.count))
        return String(decoding: result[..<Int(count)], as: UTF8.self)
    }
}
