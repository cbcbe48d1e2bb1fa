/// A row of `canonical_email_blocks`: the hash of an address nobody may sign up with again.
package struct CanonicalEmailBlock: Sendable, Equatable, Encodable {
    /// A string, since it may be too large for a reader that takes every number for a float.
    package var id: String
    package var hash: String
    /// The account whose suspension brought it about, if any.
    package var account: String?
    package var createdAt: UTCTime

    package init(id: String, hash: String, account: String?, createdAt: UTCTime) {
        self.id = id
        self.hash = hash
        self.account = account
        self.createdAt = createdAt
    }
}

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

/// Whether an address is blocked.
package struct CanonicalEmailFinding: Sendable, Encodable {
    /// As it was asked for.
    package var email: String
    package var hash: String
    package var isBlocked: Bool
    package var block: CanonicalEmailBlock?

    enum CodingKeys: String, CodingKey {
        case email, hash
        case isBlocked = "blocked"
        case block
    }

    package init(email: String, hash: String, block: CanonicalEmailBlock?) {
        self.email = email
        self.hash = hash
        isBlocked = block != nil
        self.block = block
    }
}
