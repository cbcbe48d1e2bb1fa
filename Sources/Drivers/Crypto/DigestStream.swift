import CCrypto

/// A digest over bytes that come piece by piece.
package final class DigestStream {
    package enum Kind: Sendable { case sha256, md5 }

    private let context = EVP_MD_CTX_new()
    private let length: Int

    package init(_ kind: Kind = .sha256) {
        length = kind == .md5 ? 16 : 32
        EVP_DigestInit_ex(context, kind == .md5 ? EVP_md5() : EVP_sha256(), nil)
    }

    package func add(_ bytes: UnsafeRawBufferPointer) {
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    package func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    /// Lower-case hexadecimal digits, 64 of SHA-256; nothing may be added afterwards.
    package func digits() -> String {
        var result = [UInt8](repeating: 0, count: length)
        EVP_DigestFinal_ex(context, &result, nil)
        return Digest.hexadecimal(result)
    }

    deinit { EVP_MD_CTX_free(context) }
}
