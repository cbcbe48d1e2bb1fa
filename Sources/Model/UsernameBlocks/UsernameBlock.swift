/// A row of `username_blocks`: a name nobody may take, or that a moderator looks at first. Mastodon 4.5 and newer.
package struct UsernameBlock: Sendable, Equatable, Encodable {
    /// A string, since it may be too large for a reader that takes every number for a float.
    package var id: String
    package var username: String
    /// True when only the whole name is meant, false when any name that holds it is.
    package var isExact: Bool
    package var allowWithApproval: Bool
    package var createdAt: UTCTime
    package var updatedAt: UTCTime

    enum CodingKeys: String, CodingKey {
        case id, username
        case isExact = "exact"
        case allowWithApproval, createdAt, updatedAt
    }

    package init(
        id: String, username: String, isExact: Bool, allowWithApproval: Bool, createdAt: UTCTime, updatedAt: UTCTime
    ) {
        self.id = id
        self.username = username
        self.isExact = isExact
        self.allowWithApproval = allowWithApproval
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }

    /// The name as it is compared: lower case, and digits that look like letters as those letters.
    ///
    /// Source: Mastodon 4.5.15 and 4.6.5 `app/models/username_block.rb`.
    package static func normalized(_ username: String) -> String {
        String(username.lowercased().map { lookalikes[$0] ?? $0 })
    }

    /// A name, or a part of one, as a list has it: without an `@` before it; nil for what stands in no user name, so that
    /// blocking it would keep nobody away.
    package static func listed(_ text: String) -> String? {
        let name = text.hasPrefix("@") ? String(text.dropFirst()) : text
        let isName = !name.isEmpty && name.utf8.count <= Username.longest && name.utf8.allSatisfy(Username.isAllowed)
        return isName ? name : nil
    }

    private static let lookalikes: [Character: Character] = [
        "1": "i", "2": "z", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g", "0": "o",
    ]
}

/// A block as somebody asks for it.
package struct UsernameBlockRequest: Sendable, Equatable {
    package var username: String
    package var isExact: Bool
    package var allowWithApproval: Bool

    package init(username: String, isExact: Bool, allowWithApproval: Bool) {
        self.username = username
        self.isExact = isExact
        self.allowWithApproval = allowWithApproval
    }
}
