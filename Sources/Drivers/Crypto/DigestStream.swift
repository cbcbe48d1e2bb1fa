import CCrypto

/// A SHA-256 over bytes that come piece by piece.
package final class DigestStream {
    private let context = EVP_MD_CTX_new()

    package init() {
        EVP_DigestInit_ex(context, EVP_sha256(), nil)
    }

    package func add(_ bytes: UnsafeRawBufferPointer) {
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    package func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    /// 64 lower-case hexadecimal digits; nothing may be added afterwards.
    package func digits() -> String {
        var result = [UInt8](repeating: 0, count: 32)
        EVP_DigestFinal_ex(context, &result, nil)
        return Digest.hexadecimal(result)
    }

    deinit { EVP_MD_CTX_free(context) }
}
