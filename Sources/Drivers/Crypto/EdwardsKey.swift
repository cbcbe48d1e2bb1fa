import CCrypto

/// An Ed25519 key as PEM tells it, by libcrypto. Private keys sign, public ones verify.
package final class EdwardsKey: @unchecked Sendable {
    // Never changed after it was read; libcrypto allows a key to be used by several threads then.
    private let key: OpaquePointer

    /// Nil for what is no private Ed25519 key in PEM, or one behind a password.
    package convenience init?(privatePEM text: String) {
        self.init(RSAKey.read(text) { PEM_read_bio_PrivateKey($0, nil, RSAKey.noPassword, nil) })
    }

    /// Nil for what is no public Ed25519 key in PEM.
    package convenience init?(publicPEM text: String) {
        self.init(RSAKey.read(text) { PEM_read_bio_PUBKEY($0, nil, RSAKey.noPassword, nil) })
    }

    private init?(_ key: OpaquePointer?) {
        guard let key else { return nil }
        self.key = key
        guard publicBytes.count == 32 else { return nil }
    }

    deinit { EVP_PKEY_free(key) }

    /// The public key's 32 bytes; none for a key of another kind.
    package var publicBytes: [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 64)
        var count = bytes.count
        guard EVP_PKEY_get_raw_public_key(key, &bytes, &count) == 1 else { return [] }
        return Array(bytes[..<count])
    }

    /// Nil when libcrypto refuses, as for a public key.
    package func signature(of message: [UInt8]) -> [UInt8]? {
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        guard EVP_DigestSignInit(context, nil, nil, nil, key) == 1 else { return nil }
        var bytes = [UInt8](repeating: 0, count: 64)
        var count = bytes.count
        guard EVP_DigestSign(context, &bytes, &count, message, message.count) == 1 else { return nil }
        return Array(bytes[..<count])
    }

    package func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        guard EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1 else { return false }
        return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }
}
