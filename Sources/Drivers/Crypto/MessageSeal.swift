import CCrypto

/// Signs texts as Rails' message verifiers do, so that the server knows them for its own: `DATA--SIGNATURE`.
///
/// Source: Rails 7.1 to 8.1 `railties/lib/rails/application.rb` (`message_verifiers`, `key_generator`: 1,000 rounds of
/// PBKDF2 over SHA-256 with the purpose for salt, 64 bytes), `activesupport/lib/active_support/message_verifier.rb` (the
/// data in Base64, its HMAC over SHA-1 in hexadecimal digits).
package struct MessageSeal: Sendable {
    private let key: [UInt8]

    /// - Parameters:
    ///   - secret: `SECRET_KEY_BASE`.
    ///   - purpose: what the verifier is called: `self-destruct`.
    package init(secret: String, purpose: String) {
        let (password, salt) = (Array(secret.utf8), Array(purpose.utf8))
        var made = [UInt8](repeating: 0, count: 64)
        _ = password.withUnsafeBytes { bytes in
            PKCS5_PBKDF2_HMAC(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(password.count), salt, Int32(salt.count),
                1_000, EVP_sha256(), Int32(made.count), &made)
        }
        key = made
    }

    /// - Parameter message: as the verifier's serializer writes it; today's writes JSON.
    package func sealed(_ message: String) -> String {
        let data = Digest.base64(Array(message.utf8))
        return "\(data)--\(signature(of: data))"
    }

    /// What was sealed; nil when it was sealed with another secret, for another purpose, or not at all.
    package func opened(_ sealed: String) -> [UInt8]? {
        guard let mark = sealed.lastRange(of: "--") else { return nil }
        let data = String(sealed[..<mark.lowerBound])
        let (given, made) = (Array(sealed[mark.upperBound...].utf8), Array(signature(of: data).utf8))
        guard given.count == made.count, zip(given, made).reduce(0, { $0 | ($1.0 ^ $1.1) }) == 0 else { return nil }
        return Self.decoded(data)
    }

    private func signature(of data: String) -> String {
        var result = [UInt8](repeating: 0, count: 20)
        let text = Array(data.utf8)
        HMAC(EVP_sha1(), key, Int32(key.count), text, text.count, &result, nil)
        return Digest.hexadecimal(result)
    }

    private static func decoded(_ text: String) -> [UInt8]? {
        let bytes = Array(text.utf8)
        guard bytes.count % 4 == 0 else { return nil }
        var result = [UInt8](repeating: 0, count: bytes.count / 4 * 3)
        let count = EVP_DecodeBlock(&result, bytes, Int32(bytes.count))
        guard count >= 0 else { return nil }
        return Array(result[..<(Int(count) - bytes.suffix(2).count { $0 == UInt8(ascii: "=") })])
    }
}

extension String {
    fileprivate func lastRange(of mark: String) -> Range<String.Index>? {
        var end = endIndex
        while end > startIndex {
            if self[..<end].hasSuffix(mark) { return index(end, offsetBy: -mark.count)..<end }
            end = index(before: end)
        }
        return nil
    }
}
