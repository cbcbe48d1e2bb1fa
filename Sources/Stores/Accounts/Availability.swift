import Model
import Postgres

// Since 4.7 two columns say that an account is out of use: `suspended_at`, by a moderator, and `requested_deletion_at`,
// by its owner. Before, who deleted an account suspended it. Source: Mastodon 4.7
// `app/models/concerns/account/suspensions.rb` (`without_suspended`, `unavailable?`).
extension LiveSchema {
    /// Whether it tells who deleted an account from who was suspended.
    package var tellsDeleted: Bool { has(column: "requested_deletion_at", in: "accounts") }

    /// Holds for an account that is neither suspended nor deleted by its owner.
    ///
    /// - Parameter account: the name or alias of `accounts` in the statement.
    func isAvailable(_ account: Statement = "accounts") -> Statement {
        tellsDeleted
            ? "(\(fragment: account).suspended_at is null and \(fragment: account).requested_deletion_at is null)"
            : "\(fragment: account).suspended_at is null"
    }

    /// Holds for an account that its owner has deleted and that is still named.
    func isDeleted(_ account: Statement = "accounts") -> Statement {
        tellsDeleted ? "\(fragment: account).requested_deletion_at is not null" : "false"
    }
}
