import CCrypto

/// Bytes as text, by libcrypto.
package enum Base64 {
    /// On one line, padded.
    package static func text(_ bytes: [UInt8]) -> String {
        var result = [UInt8](repeating: 0, count: (bytes.count + 2) / 3 * 4 + 1)
        let count = EVP_EncodeBlock(&result, bytes, Int32(bytes.count))
        return String(decoding: result[..<Int(count)], as: UTF8.self)
    }

    /// Nil for what is not base64.
    package static func bytes(_ text: String) -> [UInt8]? {
        let input = Array(text.utf8)
        guard !input.isEmpty, input.count % 4 == 0 else { return nil }
        var result = [UInt8](repeating: 0, count: input.count / 4 * 3 + 1)
        let count = EVP_DecodeBlock(&result, input, Int32(input.count))
        guard count >= 0 else { return nil }
        // libcrypto counts what stands for padding too.
        return Array(result[..<(Int(count) - input.reversed().prefix { $0 == UInt8(ascii: "=") }.count)])
    }
}
