import Model
import Postgres

/// The rows that belong into one index, as documents.
package struct SearchSource: Sendable {
    package let index: SearchIndex
    let schema: LiveSchema
    private let release: MastodonRelease

    package init(_ index: SearchIndex, _ instance: Instance) {
        self.index = index
        schema = instance.schema
        release = instance.schema.release ?? .newest
    }

    /// The tables that are read.
    package static let tables: Set<String> = [
        "accounts", "account_stats", "users", "tags", "domain_blocks", "statuses", "statuses_tags", "mentions",
        "favourites", "bookmarks", "polls", "poll_votes", "media_attachments", "preview_cards_statuses",
        "preview_cards",
    ]

    /// The documents of a slice; rows that do not belong into the index have none.
    package func documents<Mode: Access>(of slice: SearchSlice, at site: Site<Mode>) async throws -> [SearchDocument] {
        try await documents(of: slice, portion: .max, at: site) { _ in }
    }

    /// The documents of a slice, no more than a portion of them kept at once where they may be large.
    ///
    /// - Parameters:
    ///   - portion: bytes of documents.
    ///   - overflow: gets every full portion but the last.
    /// - Returns: the last portion.
    package func documents<Mode: Access>(
        of slice: SearchSlice, portion: Int, at site: Site<Mode>,
        overflow: @Sendable ([SearchDocument]) async throws -> Void
    ) async throws -> [SearchDocument] {
        switch index {
        case .instances:
            return try await site.database.read { try await InstanceDocuments.documents(of: slice, over: $0) }
        case .accounts:
            return try await site.database.read {
                try await AccountDocuments.documents(of: slice, in: schema, over: $0)
            }
        case .tags:
            let tags = try await site.database.read { try await TagDocuments.tags(of: slice, over: $0) }
            return try await TagDocuments.documents(of: tags, keys: site.keys, at: .now)
        case .publicStatuses, .statuses:
            let posts = StatusDocuments(index: index, schema: schema, release: release)
            return try await site.database.read {
                try await posts.documents(of: slice, portion: portion, over: $0, overflow: overflow)
            }
        }
    }

    /// Those of some ids that belong into the index.
    package func idsInScope<Mode: Access>(_ slice: SearchSlice, at site: Site<Mode>) async throws -> Set<DocumentID> {
        let (index, schema, release) = (index, schema, release)
        return try await site.database.read { connection in
            switch index {
            case .publicStatuses, .statuses:
                let posts = StatusDocuments(index: index, schema: schema, release: release)
                return Set(try await posts.idsInScope(slice, over: connection).map(DocumentID.number))
            case .accounts:
                return try await Self.numbers(
                    """
                    select account.id
                    from accounts as account
                    where \(fragment: slice.condition("account.id"))
                        and \(fragment: AccountDocuments.isInScope(schema))
                    """, over: connection)
            case .tags:
                return try await Self.numbers(
                    """
                    select tag.id
                    from tags as tag
                    where \(fragment: slice.condition("tag.id"))
                        and \(fragment: TagDocuments.isInScope)
                    """, over: connection)
            case .instances:
                return Set(
                    try await InstanceDocuments.documents(of: slice, over: connection).map(\.id))
            }
        }
    }

    private static func numbers(
        _ statement: Statement, over connection: Transaction<some Access>
    ) async throws -> Set<DocumentID> {
        Set(try await connection.rows(statement) { DocumentID.number(try $0[0]) })
    }

    /// The next slice of about `size` rows behind a place; nil at the end. Ids are counted off on the primary key
    /// alone, whatever the rows hold.
    ///
    /// - Parameter shard: only one share of the ids; all domains are the first one's.
    package func slice(
        after place: SearchPlace, size: Int, shard: Shard? = nil, over connection: Transaction<some Access>
    ) async throws -> (slice: SearchSlice, place: SearchPlace, rows: Int)? {
        if index == .instances {
            guard case .domain(let after) = place.id ?? .domain(""), shard?.number ?? 1 == 1 else { return nil }
            let end = try await connection.first(
                """
                select max(domain), count(*)
                from (
                    select domain
                    from instances
                    where domain > \(after)
                    order by domain
                    limit \(size)
                ) as page
                """
            ) { (try $0.value(0, as: String?.self), try $0.value(1, as: Int.self)) }
            guard case (let last?, let rows)? = end else { return nil }
            return (.domains(after: after, through: last), SearchPlace(.domain(last)), rows)
        }
        var after = Int64.min
        if case .number(let id) = place.id { after = id }
        let mine = shard.map { "mod(id, \(Int64($0.count))) = \(Int64($0.number - 1))" as Statement } ?? "true"
        let end = try await connection.first(
            """
            select max(id), count(*)
            from (
                select id
                from \(identifier: table)
                where id > \(after)
                    and \(fragment: mine)
                order by id
                limit \(size)
            ) as page
            """
        ) { (try $0.value(0, as: Int64?.self), try $0.value(1, as: Int.self)) }
        guard case (let last?, let rows)? = end else { return nil }
        let slice = shard.map { SearchSlice.share(after: after, through: last, of: $0) }
        return (slice ?? .range(after: after, through: last), SearchPlace(.number(last)), rows)
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
