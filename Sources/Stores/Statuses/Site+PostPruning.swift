import Model
import Postgres

extension Site where Mode == ReadWrite {
    /// Deletes posts that may go, and takes them out of search, out of the server's cache and out of feeds.
    ///
    /// - Throws: as `change`.
    package func prune(_ ids: [Int64], by posts: PrunablePosts) async throws -> [PrunablePost] {
        let gone = try await change { connection in
            let gone = try await posts.delete(ids, over: connection)
            var aftermath = Aftermath()
            aftermath.reindex(posts: gone.map { $0.boosted ?? $0.id }, on: instance)
            if posts.rule.cleansFollowed, !gone.isEmpty {
                let doomed = gone.map { DoomedPost(id: $0.id, account: $0.account, boosted: $0.boosted) }
                let accounts = DoomedAccounts(
                    accounts: [], options: DeletionOptions(keepsAccount: false), instance: instance, reported: [])
                aftermath.append(try await accounts.withdraw(doomed, from: keys, over: connection))
            }
            return (gone, aftermath)
        }
        await cache.forget(statuses: gone.map(\.id))
        return gone
    }

    /// Renews what the planner knows of a table, or writes the table anew without the room of rows that are gone.
    ///
    /// - Parameter compresses: locks the table for as long as that takes.
    /// - Throws: what the database throws.
    package func tidy(_ table: String, compresses: Bool) async throws {
        if compresses {
            try await database.alone("vacuum (full, analyze) \(identifier: table)")
        } else {
            try await database.alone("analyze \(identifier: table)")
        }
    }

    /// The index by which conversations are compared with posts, where the server has none; dropped again afterwards.
    ///
    /// Source: Mastodon 4.6.5 `lib/mastodon/cli/statuses.rb`; the server has one of its own since 4.5.
    package func makeConversationIndex() async throws {
        try await database.alone(
            "create index concurrently if not exists index_statuses_conversation_id on statuses (conversation_id)")
    }

    package func dropConversationIndex() async throws {
        try await database.alone("drop index concurrently if exists index_statuses_conversation_id")
    }
}
