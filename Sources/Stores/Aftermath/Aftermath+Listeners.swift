import Model
import Postgres

// Those beside the server who want to hear of what is gone.

extension Aftermath {
    /// Lets the cache in front of the media drop files of attachments that are gone, where there is one.
    ///
    /// Source: Mastodon 4.6.5 `app/models/media_attachment.rb` (`bust_cache!`); since 4.3.
    package mutating func drop(cached files: [StoredFile], on instance: Instance) {
        // 4.2 told it of nothing but suspensions; the table came with 4.3.
        guard let address = instance.cachedMedia, instance.schema.has(table: "severed_relationships") else { return }
        for file in files where [.mediaFile, .mediaThumbnail].contains(file.kind) && file.hasSafeNames {
            for key in file.keys { push(.cacheBuster, .string("\(address)/\(key.text)")) }
        }
    }

    /// Tells the services people are found by that accounts have changed or are gone, where the server works with such
    /// services: those of accounts that want to be found.
    ///
    /// Source: Mastodon 4.6.5 `app/models/concerns/account/fasp_concern.rb`; since 4.4, behind an experimental feature.
    ///
    /// - Parameter event: `update` or `delete`.
    package mutating func announce(_ event: String, of actors: [ActorName], on instance: Instance) {
        guard instance.announcesAccounts else { return }
        for actor in actors { push(.accountAnnouncement, .string(actor.uri), .string(event)) }
    }

    /// What the server tells when it has saved accounts, whether or not a column is another now: webhooks of local ones,
    /// its search index, services people are found by.
    ///
    /// Source: Mastodon 4.6.5 `app/models/account.rb` (`trigger_update_webhooks`), `app/chewy/accounts_index.rb`.
    ///
    /// - Parameters:
    ///   - locals: those of them that are of this server.
    ///   - reindexes: false where no column that search knows has changed.
    mutating func saved(
        _ ids: [Int64], locals: [Int64], reindexes: Bool = true, on instance: Instance,
        over connection: Transaction<some Access>
    ) async throws {
        for id in locals { push(.webhook, "account.updated", "Account", .integer(id)) }
        if reindexes { reindex(accounts: ids, on: instance) }
        try await announceUpdates(of: ids, on: instance, over: connection)
    }

    private mutating func announceUpdates(
        of ids: [Int64], on instance: Instance, over connection: Transaction<some Access>
    ) async throws {
        guard instance.announcesAccounts else { return }
        let actors = try await connection.rows(
            """
            select id, username, domain, coalesce(uri, ''), \(fragment: instance.isNumeric)
            from accounts
            where id = any(\(ids))
                and discoverable
            order by id
            """
        ) { row in
            let domain: String? = try row[2]
            return domain == nil
                ? instance.actor(try row[0], username: try row[1], isNumeric: try row[4])
                : ActorName(uri: try row[3])
        }
        announce("update", of: actors, on: instance)
    }
}

extension Instance {
    fileprivate var announcesAccounts: Bool {
        features.contains("fasp") && schema.has(table: "fasp_subscriptions")
    }
}
