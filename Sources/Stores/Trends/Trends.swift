import Faults
import Model
import Postgres

extension TrendingLinks: RecordSource {}
extension TrendingPosts: RecordSource {}
extension TrendingTags: RecordSource {}

extension TrendList where Self: RecordSource {
    package var table: String {
        switch Self.kind {
        case .links: "preview_card_trends"
        case .statuses: "status_trends"
        case .tags: "tag_trends"
        }
    }

    /// Before 4.4 hashtags trended in Redis alone.
    package var since: (noun: String, release: String)? { ("table of the hashtags that trend", "4.4") }

    package func pages(on instance: Instance, over connection: Transaction<ReadOnly>) async throws -> RecordPages {
        let (of, name, tables): (Statement, Statement, Statement) =
            switch Self.kind {
            case .links:
                (
                    "thing.provider_name", "thing.url",
                    "preview_card_trends as item join preview_cards as thing on thing.id = item.preview_card_id"
                )
            case .statuses:
                (
                    "author.username || coalesce('@' || author.domain, '')", "coalesce(thing.url, thing.uri)",
                    """
                    status_trends as item
                    join statuses as thing on thing.id = item.status_id
                    join accounts as author on author.id = item.account_id
                    """
                )
            case .tags: ("null", "thing.name", "tag_trends as item join tags as thing on thing.id = item.tag_id")
            }
        let cells: Statement = .cells(
            "thing.id::text", "item.rank", "item.score", "nullif(item.language, '')", "item.allowed",
            "case when thing.trendable then 'approved' when not thing.trendable then 'rejected' end", of, name)
        return RecordPages(.whole) { _, limit in
            """
            select item.id, \(fragment: cells)
            from \(fragment: tables)
            where not \(isUndecided) or thing.trendable is null
            order by item.score desc, item.id
            limit \(limit)
            """
        }
    }
}

/// Lets links, posts or hashtags trend, or keeps them from it.
///
/// Source: Mastodon 4.6.5 `app/models/trends/{preview_card,status,tag}_batch.rb`; the same since 4.2. What trends is
/// shown otherwise when the server next works it out, within five minutes. Its own log is told nothing.
extension TrendDeed: RecordDeed {
    package var tables: Set<String> { [table] }

    package var routes: [AdminAPI.Route] {
        switch kind {
        case .links: [isAllowed ? .trendingLinkApproval : .trendingLinkRejection]
        case .statuses: [isAllowed ? .trendingStatusApproval : .trendingStatusRejection]
        case .tags: [isAllowed ? .trendingTagApproval : .trendingTagRejection]
        }
    }

    private var table: String {
        switch kind {
        case .links: "preview_cards"
        case .statuses: "statuses"
        case .tags: "tags"
        }
    }

    package func rows(on instance: Instance, over connection: Transaction<some Access>) async throws -> [RecordRow] {
        let ids = words.compactMap { Int64($0) }
        if kind == .tags, ids.count < words.count { return try await NamedTags.find(words, over: connection) }
        let label: Statement =
            switch kind {
            case .links: "item.url"
            case .statuses: "coalesce(item.url, item.uri, item.id::text)"
            case .tags: "item.name"
            }
        return try await NamedRows.find(
            ids, in: table, called: label, kind == .links ? "link" : kind == .statuses ? "post" : "hashtag",
            list: "trends \(kind.rawValue) list", over: connection)
    }

    package func carryOut(
        on rows: [RecordRow], by moderator: AccountReference, on instance: Instance,
        over connection: Transaction<ReadWrite>
    ) async throws -> RecordOutcome {
        let ids = rows.map(\.id)
        let reviewed: Statement = kind == .tags ? ", reviewed_at = " + .present : ""
        return RecordOutcome(
            changed: try await connection.execute(
                """
                update \(identifier: table)
                set trendable = \(isAllowed)\(fragment: reviewed)
                where id = any(\(ids))
                """))
    }

    package func ask(_ client: AdminClient, for row: RecordRow) async throws {
        switch (kind, isAllowed) {
        case (.links, true): _ = try await client.approveTrendingLink(row.id)
        case (.links, false): _ = try await client.rejectTrendingLink(row.id)
        case (.statuses, true): _ = try await client.approveTrendingStatus(row.id)
        case (.statuses, false): _ = try await client.rejectTrendingStatus(row.id)
        case (.tags, true): _ = try await client.approveTrendingTag(row.id)
        case (.tags, false): _ = try await client.rejectTrendingTag(row.id)
        }
    }
}
