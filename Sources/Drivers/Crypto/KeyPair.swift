import CCrypto
import Faults

/// The RSA keys with which an account's activities are signed, as text (PEM), by libcrypto.
///
/// Source: Mastodon 4.6.5 `app/models/account.rb` (`generate_keys`): 2,048 bits, the private key in its own old form
/// (`RSA PRIVATE KEY`), the public one with its kind (`PUBLIC KEY`).
package struct KeyPair: Sendable, Equatable {
    package let privateKey: String
    package let publicKey: String

    /// New keys; takes a tenth of a second, so it is done before a transaction and not within.
    ///
    /// - Throws: `Fault(.ourBug)` when libcrypto refuses.
    package static func make() throws -> KeyPair {
        guard let key = ccrypto_rsa_key(2_048) else { throw failure }
        defer { EVP_PKEY_free(key) }
        return try KeyPair(key)
    }

    init(_ key: OpaquePointer) throws {
        privateKey = try Self.text { PEM_write_bio_PrivateKey_traditional($0, key, nil, nil, 0, nil, nil) }
        publicKey = try Self.text { PEM_write_bio_PUBKEY($0, key) }
    }

    static var failure: Fault { Fault(.ourBug, "libcrypto cannot make RSA keys") }

    private static func text(_ write: (OpaquePointer) -> Int32) throws -> String {
        guard let bio = BIO_new(BIO_s_mem()) else { throw failure }
        defer { BIO_free(bio) }
        var content: UnsafeMutablePointer<CChar>?
        guard write(bio) == 1, case let count = ccrypto_content(bio, &content), count > 0, let content else {
            throw failure
        }
        return String(decoding: UnsafeRawBufferPointer(start: content, count: Int(count)), as: UTF8.self)
    }
}
