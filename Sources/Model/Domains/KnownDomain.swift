/// Another server as lists have it.
package struct KnownDomain: Sendable, Equatable {
    package var domain: String
    package var accounts: Int64
    /// Posts of its accounts that are here.
    package var posts: Int64
    /// Bytes of its accounts' attachments, avatars and headers.
    package var mediaBytes: Int64
    /// Of the latest post known of.
    package var lastActivity: UTCTime?
    /// The block that applies: of the domain or of the nearest one above it.
    package var block: Block?
    /// Since when nothing is delivered there.
    package var unavailableSince: UTCTime?
    /// On how many days deliveries failed since the last that went well; nil when Redis could not be asked.
    package var failureDays: Int64?

    package struct Block: Sendable, Equatable {
        package var domain: String
        package var severity: String

        package init(domain: String, severity: Int64) {
            self.domain = domain
            self.severity = DomainRule.word(severity)
        }
    }

    package init(domain: String, accounts: Int64, block: Block? = nil, unavailableSince: UTCTime? = nil) {
        self.domain = domain
        self.accounts = accounts
        posts = 0
        mediaBytes = 0
        self.block = block
        self.unavailableSince = unavailableSince
    }
}

/// What a list of domains is in the order of; the most, or the latest, first.
package enum DomainOrder: String, Sendable, CaseIterable {
    case accounts, media, posts
    case lastActivity = "last-activity"

    /// Whether the first comes before the second; equals go by their names.
    package func precedes(_ left: KnownDomain, _ right: KnownDomain) -> Bool {
        func key(_ row: KnownDomain) -> Double {
            switch self {
            case .accounts: Double(row.accounts)
            case .media: Double(row.mediaBytes)
            case .posts: Double(row.posts)
            case .lastActivity: row.lastActivity?.seconds ?? -.infinity
            }
        }
        let (first, second) = (key(left), key(right))
        return first == second ? left.domain < right.domain : first > second
    }
}
