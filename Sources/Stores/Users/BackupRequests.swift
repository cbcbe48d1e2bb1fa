import Faults
import Model
import Postgres

/// Archives that users ask for.
///
/// Source: Mastodon 4.6.5 `lib/mastodon/cli/accounts.rb` (`backup`), `app/models/backup.rb`.
package struct BackupRequests<Mode: Access> {
    let transaction: Transaction<Mode>

    /// Adds a request and lets the server write the archive. It mails the user a link in the end.
    ///
    /// - Returns: the request's id.
    package func add(for user: Int64, _ aftermath: inout Aftermath) async throws -> Int64 where Mode == ReadWrite {
        let id = try await transaction.first(
            """
            insert into backups (user_id, created_at, updated_at)
            values (\(user), now() at time zone 'utc', now() at time zone 'utc')
            returning id
            """
        ) { try $0.value(0, as: Int64.self) }
        guard let id else { throw Fault(.ourBug, "the database gave a new backup no id") }
        aftermath.push(.backup, .integer(id))
        return id
    }
}

extension Transaction {
    package var backupRequests: BackupRequests<Mode> { BackupRequests(transaction: self) }
}
