import Model
import Postgres

/// Posts that nobody sees any more, and that the server's worker is to remove.
enum DiscardedPosts {
    /// Hides posts and their boosts. Source: Mastodon 4.6.5 `app/models/status.rb` (`discard_with_reblogs`).
    static func discard(_ ids: [Int64], over connection: Transaction<ReadWrite>) async throws {
        try await connection.execute(
            """
            update statuses
            set deleted_at = \(fragment: .present)
            where reblog_of_id = any(\(ids)) and deleted_at is null
            """)
        try await connection.execute(
            """
            update statuses
            set deleted_at = \(fragment: .present), updated_at = \(fragment: .present)
            where id = any(\(ids))
            """)
    }
}
