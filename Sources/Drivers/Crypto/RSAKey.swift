import CCrypto

/// An RSA key as PEM tells it, by libcrypto. Private keys sign, public ones verify.
package final class RSAKey: @unchecked Sendable {
    // Never changed after it was read; libcrypto allows a key to be used by several threads then.
    private let key: OpaquePointer

    /// Nil for what is no private key in PEM, or one behind a password.
    package init?(privatePEM text: String) {
        guard let key = Self.read(text, { PEM_read_bio_PrivateKey($0, nil, Self.noPassword, nil) }) else { return nil }
        self.key = key
    }

    /// Nil for what is no public key in PEM.
    package init?(publicPEM text: String) {
        guard let key = Self.read(text, { PEM_read_bio_PUBKEY($0, nil, Self.noPassword, nil) }) else { return nil }
        self.key = key
    }

    deinit { EVP_PKEY_free(key) }

    /// PKCS #1 v1.5 over SHA-256. Nil when libcrypto refuses, as for a public key.
    package func signature(of message: [UInt8]) -> [UInt8]? {
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        guard EVP_DigestSignInit(context, nil, EVP_sha256(), nil, key) == 1 else { return nil }
        var size = 0
        guard EVP_DigestSign(context, nil, &size, message, message.count) == 1 else { return nil }
        var bytes = [UInt8](repeating: 0, count: size)
        guard EVP_DigestSign(context, &bytes, &size, message, message.count) == 1 else { return nil }
        return Array(bytes[..<size])
    }

    package func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        guard EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, key) == 1 else { return false }
        return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }

    static func read(_ text: String, _ parse: (OpaquePointer) -> OpaquePointer?) -> OpaquePointer? {
        // It reads from where the bytes lie, which an array given to it alone would leave before they are read.
        Array(text.utf8).withUnsafeBytes { bytes in
            guard let memory = BIO_new_mem_buf(bytes.baseAddress, Int32(bytes.count)) else { return nil }
            defer { BIO_free(memory) }
            return parse(memory)
        }
    }

    /// Without it libcrypto would ask at the terminal.
    static let noPassword:
        @convention(c) (UnsafeMutablePointer<CChar>?, Int32, Int32, UnsafeMutableRawPointer?)
            -> Int32 = { _, _, _, _ in -1 }
}
