import CCrypto

/// Digests, by libcrypto.
package enum Digest {
    package static func sha256(_ bytes: [UInt8]) -> [UInt8] { digest(bytes, EVP_sha256(), length: 32) }

    /// For protocols that ask for it; good for nothing else.
    package static func md5(_ bytes: [UInt8]) -> [UInt8] { digest(bytes, EVP_md5(), length: 16) }

    package static func hmac(_ text: String, key: [UInt8]) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: 32)
        let text = Array(text.utf8)
        HMAC(EVP_sha256(), key, Int32(key.count), text, text.count, &result, nil)
        return result
    }

    private static func digest(_ bytes: [UInt8], _ kind: OpaquePointer?, length: Int) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: length)
        EVP_Digest(bytes, bytes.count, &result, nil, kind, nil)
        return result
    }

    /// 64 lower-case hexadecimal digits of a text's UTF-8.
    package static func sha256Digits(_ text: String) -> String { hexadecimal(sha256(Array(text.utf8))) }

    /// Lower-case digits, two a byte.
    package static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    package static func base64(_ bytes: [UInt8]) -> String {
        var result = [UInt8](repeating: 0, count: (bytes.count + 2) / 3 * 4 + 1)
        let count = EVP_EncodeBlock(&result, bytes, Int32(bytes.count))
        return String(decoding: result[..<Int(count)], as: UTF8.self)
    }
}
