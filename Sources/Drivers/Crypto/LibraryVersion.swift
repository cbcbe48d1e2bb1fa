import CCrypto

/// The libcrypto in use, such as `3.0.17`; of the machine, not of the build.
package enum CryptoLibrary {
    package static var version: String {
        let number = OpenSSL_version_num()
        return "\(number >> 28).\(number >> 20 & 0xff).\(number >> 4 & 0xff)"
    }
}
