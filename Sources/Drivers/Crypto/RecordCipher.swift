import CCrypto
import CZlib
import Faults
import Synchronization

/// Seals and opens texts as Active Record keeps them in encrypted columns, with a key of the instance's own.
///
/// Source: Rails 8.1 `activerecord/lib/active_record/encryption` (`key_generator.rb`, `cipher/aes256_gcm.rb`,
/// `encryptor.rb`, `message_serializer.rb`), seen on rows that a Mastodon 4.7 wrote: AES-256-GCM with 12 bytes of vector
/// and 16 of tag, the key derived by PBKDF2 over SHA-256 in 65,536 rounds, texts over 140 bytes deflated where that
/// makes them shorter.
package final class RecordCipher: Sendable {
    private let primary: String
    private let salt: String
    private let key = Mutex<[UInt8]?>(nil)

    /// - Parameters:
    ///   - primary: `ACTIVE_RECORD_ENCRYPTION_PRIMARY_KEY`.
    ///   - salt: `ACTIVE_RECORD_ENCRYPTION_KEY_DERIVATION_SALT`.
    package init(primary: String, salt: String) {
        self.primary = primary
        self.salt = salt
    }

    /// What a column holds, taken apart.
    package struct Sealed: Sendable {
        package var payload: [UInt8]
        package var vector: [UInt8]
        package var tag: [UInt8]
        package var isCompressed: Bool

        package init(payload: [UInt8], vector: [UInt8], tag: [UInt8], isCompressed: Bool) {
            self.payload = payload
            self.vector = vector
            self.tag = tag
            self.isCompressed = isCompressed
        }
    }

    /// What a column is to hold: `{"p":"…","h":{"iv":"…","at":"…","c":true}}`.
    ///
    /// - Parameter vector: 12 bytes that were used with this key for no other text.
    /// - Throws: `Fault(.ourBug)` when libcrypto refuses.
    package func sealed(_ text: String, vector: [UInt8] = RandomText.bytes(12)) throws -> String {
        let plain = Array(text.utf8)
        let deflated = plain.count > 140 ? Self.deflated(plain) : nil
        let isCompressed = deflated.map { $0.count < plain.count } ?? false
        let (payload, tag) = try encrypt(isCompressed ? deflated ?? plain : plain, vector)
        let mark = isCompressed ? #","c":true"# : ""
        return #"{"p":"\#(Digest.base64(payload))","h":{"iv":"\#(Digest.base64(vector))","at":"\#(Digest.base64(tag))""#
            + mark + "}}"
    }

    /// The text; nil when this is not the key it was sealed with.
    package func opened(_ sealed: Sealed) -> String? {
        guard sealed.vector.count == 12, sealed.tag.count == 16, let plain = decrypt(sealed) else { return nil }
        if !sealed.isCompressed { return String(decoding: plain, as: UTF8.self) }
        return Self.inflated(plain).map { String(decoding: $0, as: UTF8.self) }
    }

    // MARK: - parts

    /// Derived once: it takes some tens of milliseconds.
    private func derived() -> [UInt8] {
        key.withLock { key in
            if let key { return key }
            let (password, salt) = (Array(primary.utf8), Array(self.salt.utf8))
            var made = [UInt8](repeating: 0, count: 32)
            _ = password.withUnsafeBytes { bytes in
                PKCS5_PBKDF2_HMAC(
                    bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(password.count), salt,
                    Int32(salt.count), 65_536, EVP_sha256(), 32, &made)
            }
            key = made
            return made
        }
    }

    private func encrypt(_ plain: [UInt8], _ vector: [UInt8]) throws -> (payload: [UInt8], tag: [UInt8]) {
        let context = EVP_CIPHER_CTX_new()
        defer { EVP_CIPHER_CTX_free(context) }
        var payload = [UInt8](repeating: 0, count: plain.count + 16)
        var tag = [UInt8](repeating: 0, count: 16)
        var (count, rest): (Int32, Int32) = (0, 0)
        guard EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nil, derived(), vector) == 1,
            EVP_EncryptUpdate(context, &payload, &count, plain, Int32(plain.count)) == 1,
            EVP_EncryptFinal_ex(context, &tag, &rest) == 1,
            EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, 16, &tag) == 1
        else { throw Fault(.ourBug, "libcrypto cannot encrypt") }
        return (Array(payload[..<Int(count)]), tag)
    }

    private func decrypt(_ sealed: Sealed) -> [UInt8]? {
        let context = EVP_CIPHER_CTX_new()
        defer { EVP_CIPHER_CTX_free(context) }
        var plain = [UInt8](repeating: 0, count: sealed.payload.count + 16)
        var end = [UInt8](repeating: 0, count: 16)
        var tag = sealed.tag
        var (count, rest): (Int32, Int32) = (0, 0)
        guard EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), nil, derived(), sealed.vector) == 1,
            EVP_DecryptUpdate(context, &plain, &count, sealed.payload, Int32(sealed.payload.count)) == 1,
            EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, 16, &tag) == 1,
            EVP_DecryptFinal_ex(context, &end, &rest) == 1
        else { return nil }
        return Array(plain[..<Int(count)])
    }

    private static func deflated(_ bytes: [UInt8]) -> [UInt8]? {
        var count = compressBound(uLong(bytes.count))
        var made = [UInt8](repeating: 0, count: Int(count))
        guard compress(&made, &count, bytes, uLong(bytes.count)) == Z_OK else { return nil }
        return Array(made[..<Int(count)])
    }

    /// Keys are some thousand bytes; what would become more than a megabyte is nothing of the server's.
    private static func inflated(_ bytes: [UInt8]) -> [UInt8]? {
        var room = 8_192
        while room <= 1 << 20 {
            var made = [UInt8](repeating: 0, count: room)
            var count = uLongf(room)
            let result = uncompress(&made, &count, bytes, uLong(bytes.count))
            if result == Z_OK { return Array(made[..<Int(count)]) }
            if result != Z_BUF_ERROR { return nil }
            room *= 4
        }
        return nil
    }
}
