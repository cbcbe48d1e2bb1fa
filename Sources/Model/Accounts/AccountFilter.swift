/// Which accounts are meant: every term must hold. What people type is read by `AccountFilter(parsing:)`.
package struct AccountFilter: Sendable, Equatable {
    package var terms: [Term]

    package init(_ terms: [Term] = []) {
        self.terms = terms
    }

    /// A condition, or its opposite: what is not known (a remote account's e-mail address) fails the condition, and so
    /// fulfils the opposite.
    package struct Term: Sendable, Equatable {
        package var condition: Condition
        package var isNegated: Bool

        package init(_ condition: Condition, isNegated: Bool = false) {
            self.condition = condition
            self.isNegated = isNegated
        }
    }

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

    /// A moment, or one so many seconds before now: rules know no clock.
    package enum Instant: Sendable, Equatable {
        case at(UTCTime)
        case ago(Double)
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
    /// Not suspended.
    case active
    /// May not sign in, and is not suspended.
    case disabled
    case silenced, suspended, sensitized, memorial, moved
    /// A user who has not confirmed the e-mail address.
    case unconfirmed
}

/// A range of values; an end that is not given is open.
package struct Bounds<Value: Sendable & Equatable>: Sendable, Equatable {
    package struct End: Sendable, Equatable {
        package var value: Value
        package var isIncluded: Bool

        package init(_ value: Value, isIncluded: Bool) {
            self.value = value
            self.isIncluded = isIncluded
        }
    }

    package var lower: End?
    package var upper: End?

    package init(lower: End? = nil, upper: End? = nil) {
        self.lower = lower
        self.upper = upper
    }
}

/// Text in which a `*` stands for anything. Case does not count.
package struct TextPattern: Sendable, Equatable {
    /// What stands between the stars; a single piece is the whole text.
    package var pieces: [String]

    package init(_ pieces: [String]) {
        self.pieces = pieces
    }

    package init(exactly text: String) {
        pieces = [text]
    }

    /// The text, when there is no star in the pattern.
    package var exact: String? { pieces.count == 1 ? pieces[0] : nil }
}
