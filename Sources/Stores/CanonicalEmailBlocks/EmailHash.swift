import Crypto
import Model

/// What a block of an address is asked for by: the address, or the hash of its canonical form.
package struct EmailHash: Sendable, Hashable {
    /// 64 hexadecimal digits in lower case.
    package let text: String

    /// - Parameter word: an address, or 64 hexadecimal digits. Nil for what is neither.
    package init?(_ word: String) {
        if word.utf8.count == 64, word.utf8.allSatisfy(Self.isHexadecimal) {
            text = word.lowercased()
        } else {
            let parts = word.utf8.split(separator: UInt8(ascii: "@"), maxSplits: 1)
            guard parts.count == 2, !word.contains(where: \.isWhitespace) else { return nil }
            text = CanonicalEmail(of: word).hash
        }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }
}

extension CanonicalEmail {
    /// What `canonical_email_blocks.canonical_email_hash` holds: 64 lower-case hexadecimal digits of SHA-256.
    package var hash: String { Digest.sha256Digits(text) }
}
