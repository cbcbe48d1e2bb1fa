/// Which remote attachments to fetch again.
package struct RefreshSelection: Sendable, Equatable {
    /// Where they are from.
    package enum Source: Sendable, Equatable {
        case status(Int64)
        case account(Handle)
        /// With its subdomains.
        case domain(String)
        case everywhere
    }

    package var source: Source
    /// Only rows whose id was given within this many days; nil for all.
    package var days: Double?
    /// Also those that have their file.
    package var includesStored: Bool

    package init(_ source: Source, days: Double? = nil, includesStored: Bool = false) {
        self.source = source
        self.days = days
        self.includesStored = includesStored
    }
}

/// A remote account's name: `user@domain`.
package struct Handle: Sendable, Equatable, CustomStringConvertible {
    package let user: String
    package let domain: String

    /// Reads `user@domain`, `@user@domain`, `acct:user@domain` or the address of a profile; case does not matter.
    package init?(_ text: String) {
        switch AccountName(text) {
        case .address(let user, let domain): (self.user, self.domain) = (user, domain)
        case .profile(let profile):
            guard case .user(let user) = profile.subject else { return nil }
            (self.user, domain) = (user, profile.host)
        default: return nil
        }
    }

    package var description: String { "\(user)@\(domain)" }
}

/// Ids that carry the time they were given at: milliseconds since 1970 and 16 further bits.
///
/// Source: Mastodon 4.6.5 `lib/mastodon/snowflake.rb`, which counts whole seconds when it makes one from a time.
package enum Snowflake {
    package static func first(at time: UTCTime) -> Int64 {
        max(0, Int64(time.seconds.rounded(.down)) * 1_000) << 16
    }

    /// When an id was given; nil for ids of before they carried a time.
    package static func time(_ id: Int64) -> UTCTime? {
        let seconds = Double(id >> 16) / 1_000
        // Counted ids never come near: 2015 is before the server's first release.
        return seconds > 1_420_070_400 ? UTCTime(seconds) : nil
    }
}
