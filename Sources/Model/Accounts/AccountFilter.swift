/// Which accounts are meant: every term must hold. What people type is read by `AccountFilter(parsing:)`.
package struct AccountFilter: Sendable, Equatable {
    package var terms: [Term]

    package init(_ terms: [Term] = []) {
        self.terms = terms
    }

    package typealias Term = QueryClause<Condition>

    /// One property and the values it may have, any of which will do.
    package enum Condition: Sendable, Equatable {
        case origin([Origin])
        case domain([TextPattern])
        case status([AccountStatus])
        case role([RolePattern])
        case username([TextPattern])
        /// Anywhere in the name.
        case displayName([TextPattern])
        case email([TextPattern])
        case emailDomain([TextPattern])
        /// Addresses a user signed up or in from.
        case ip([String])
        case moment(Moment, [Bounds<Instant>])
        /// Whether a moment is known at all: `last-active:never`.
        case never(Moment)
        case number(Number, [Bounds<Int64>])
        case flag(Flag, Bool)
    }

    package enum Origin: String, Sendable, CaseIterable {
        case local, remote
    }

    package enum Moment: Sendable, Equatable {
        case created, lastActive, lastPost
    }

    package enum Number: Sendable, Equatable {
        case id, posts, followers, following, reports, strikes
        /// Bytes of attachments, avatar and header.
        case storage
    }

    package enum Flag: Sendable, Equatable {
        case bot, locked
    }

    /// A role by its name or id, or none at all.
    package enum RolePattern: Sendable, Equatable {
        case none
        case id(Int64)
        case name(TextPattern)
    }

    /// Two filters that must both hold.
    package static func + (left: AccountFilter, right: AccountFilter) -> AccountFilter {
        AccountFilter(left.terms + right.terms)
    }
}

/// What an account may be, as the server's own pages sort accounts. One account may be several of these.
///
/// Source: Mastodon 4.6.5 `app/models/account_filter.rb`; `sensitized`, `memorial`, `moved` and `unconfirmed` are ours.
package enum AccountStatus: String, Sendable, CaseIterable, Codable {
    /// Waits for a moderator's approval.
    case pending
    /// Neither suspended nor deleted.
    case active
    /// May not sign in, and is not suspended.
    case disabled
    case silenced, suspended, sensitized, memorial, moved
    /// A user who has not confirmed the e-mail address.
    case unconfirmed
    /// Its owner deleted it, and only the name is left or will be. Since 4.7; before, such accounts are suspended.
    case deleted
}
