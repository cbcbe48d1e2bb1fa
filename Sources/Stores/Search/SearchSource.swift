import Model
import Postgres

/// The rows that belong into one index, as documents.
package struct SearchSource: Sendable {
    package let index: SearchIndex
    private let schema: LiveSchema
    private let release: MastodonRelease

    package init(_ index: SearchIndex, _ instance: Instance) {
        self.index = index
        schema = instance.schema
        release = instance.schema.release ?? .v4_6
    }

    /// The tables that are read.
    package static let tables: Set<String> = [
        "accounts", "account_stats", "users", "tags", "domain_blocks", "statuses", "statuses_tags", "mentions",
        "favourites", "bookmarks", "polls", "poll_votes", "media_attachments", "preview_cards_statuses",
        "preview_cards",
    ]

    /// The documents of a slice; rows that do not belong into the index have none.
    package func documents<Mode: Access>(of slice: SearchSlice, at site: Site<Mode>) async throws -> [SearchDocument] {
        switch index {
        case .instances:
            return try await site.database.read { try await InstanceDocuments.documents(of: slice, over: $0) }
        case .accounts:
            return try await site.database.read { try await AccountDocuments.documents(of: slice, over: $0) }
        case .tags:
            let tags = try await site.database.read { try await TagDocuments.tags(of: slice, over: $0) }
            return try await TagDocuments.documents(of: tags, keys: site.keys, at: .now)
        case .publicStatuses, .statuses:
            let posts = StatusDocuments(index: index, schema: schema, release: release)
            return try await site.database.read { try await posts.documents(of: slice, over: $0) }
        }
    }

    /// The next slice of about `size` rows behind a place; nil at the end. Ids are counted off on the primary key
    /// alone, whatever the rows hold.
    package func slice(
        after place: SearchPlace, size: Int, over connection: isolated PostgresConnection
    ) async throws -> (slice: SearchSlice, place: SearchPlace)? {
        if index == .instances {
            guard case .domain(let last) = place.id ?? .domain("") else { return nil }
            let end = try await connection.first(
                """
                select max(domain)
                from (
                    select domain
                    from instances
                    where domain > \(last)
                    order by domain
                    limit \(size)
                ) as page
                """
            ) { try $0.value(0, as: String?.self) }
            guard let end = end ?? nil else { return nil }
            return (.domains(after: last, through: end), SearchPlace(.domain(end)))
        }
        var after = Int64.min
        if case .number(let id) = place.id { after = id }
        let end = try await connection.first(
            """
            select max(id)
            from (
                select id
                from \(identifier: table)
                where id > \(after)
                order by id
                limit \(size)
            ) as page
            """
        ) { try $0.value(0, as: Int64?.self) }
        guard let end = end ?? nil else { return nil }
        return (.range(after: after, through: end), SearchPlace(.number(end)))
    }

    /// The table whose ids are the documents'.
    package var table: String {
        switch index {
        case .instances: "instances"
        case .accounts: "accounts"
        case .tags: "tags"
        case .publicStatuses, .statuses: "statuses"
        }
    }
}

/// How far an index has been filled.
package struct SearchPlace: Sendable, Equatable {
    /// The last row looked at; nil at the beginning.
    package var id: DocumentID?

    package init(_ id: DocumentID? = nil) {
        self.id = id
    }
}
