import Model
import Postgres

/// An emoji of another server on its way out.
package struct DoomedEmoji: Sendable, Equatable, Codable {
    package let id: Int64
    package let shortcode: String
    package let domain: String?

    /// Its key in the server's cache. Source: Mastodon 4.6.5 `app/lib/entity_cache.rb` (`to_key`).
    var cacheKey: String {
        (["emoji:" + shortcode.lowercased()] + [domain?.lowercased()].compactMap { $0 }).joined(separator: ":")
    }
}

/// What goes with a domain besides its accounts.
///
/// Source: Mastodon 4.6.5 `app/services/purge_domain_service.rb`, `app/models/custom_emoji.rb`.
extension PurgeScope {
    /// Deletes emoji that the purge still is about.
    ///
    /// - Returns: how many, their pictures, and what is to follow.
    package func delete(
        _ emoji: [DoomedEmoji], schema: LiveSchema, over connection: Transaction<ReadWrite>
    ) async throws -> (Int, [StoredFile], Aftermath) {
        let locked = Set(
            try await connection.rows(
                """
                select id
                from custom_emojis
                where id = any(\(emoji.map(\.id)))
                    and domain is not null
                order by id
                for update
                """
            ) { try $0.value(0, as: Int64.self) })
        let files = try await FileOwners(schema: schema).files(of: .emoji, ids: locked.sorted(), over: connection)
        try await connection.execute("delete from custom_emojis where id = any(\(locked.sorted()))")
        var aftermath = Aftermath()
        for one in emoji where locked.contains(one.id) { aftermath.forget(one.cacheKey) }
        return (locked.count, files.values.sorted { $0.id < $1.id }, aftermath)
    }

    /// The domains whose blocks go.
    package func blocked(over connection: Transaction<some Access>) async throws -> [String] {
        try await connection.rows("select domain from domain_blocks where \(fragment: blocks) order by domain") {
            try $0.value(0, as: String.self)
        }
    }

    /// Deletes the blocks of the domains.
    ///
    /// - Returns: the domains that were blocked.
    package func deleteBlocks(over connection: Transaction<ReadWrite>) async throws -> [String] {
        try await connection.rows(
            """
            delete from domain_blocks
            where \(fragment: blocks)
            returning domain
            """
        ) { try $0.value(0, as: String.self) }.sorted()
    }

    /// Those of the domains from which something is still here.
    package static func unfinished(_ domains: [String], over connection: Transaction<some Access>) async throws -> Set<
        String
    > {
        Set(
            try await connection.rows(
                """
                select name
                from unnest(\(domains)::text[]) as name
                where exists (select from accounts where accounts.domain = name)
                    or exists (select from custom_emojis where custom_emojis.domain = name)
                """
            ) { try $0.value(0, as: String.self) })
    }

    /// Counts the accounts of each server anew, where the server shows them.
    package static func refreshInstances(over connection: Transaction<ReadWrite>) async throws {
        try await connection.execute("refresh materialized view concurrently instances")
    }
}
