import Model
import Postgres

/// Sums of the columns that tell how large stored files are.
///
/// The large tables are summed in ranges of their primary key, each a short statement in a transaction of its own: no
/// statement lives long enough for a `statement_timeout` to meet it or for vacuum to wait for it. The small tables
/// (emoji, site uploads, backups) are one aggregate each.
package struct MediaSizes: Sendable {
    /// Rows summed by one statement.
    static let range = 50_000

    let database: Database<ReadOnly>

    package init(in database: Database<ReadOnly>) {
        self.database = database
    }

    /// The rows of the server's own table of usage, in its order.
    package func objects() async throws -> [ObjectUsage] {
        let attachments = try await sum { try await self.attachments(after: $0, over: $1) }
        let profiles = try await sum { try await self.profiles(after: $0, over: $1) }
        let cards = try await sum { try await self.previewCards(after: $0, over: $1) }
        let small = try await database.read { connection in
            (
                emoji: try await emoji(over: connection), backups: try await backups(over: connection),
                uploads: try await siteUploads(over: connection)
            )
        }
        return attachments + [small.emoji] + profiles + cards + [small.backups, small.uploads]
    }

    /// One range's sums, and where the next begins.
    struct Part: Sendable {
        var usage: [ObjectUsage]
        /// The last id of the range, nil when there was none.
        var last: Int64?
    }

    private func sum(
        _ range: @Sendable (Int64, Transaction<ReadOnly>) async throws -> Part
    ) async throws -> [ObjectUsage] {
        var total: [ObjectUsage] = []
        var next: Int64? = .min
        while let start = next {
            let part = try await database.read { try await range(start, $0) }
            if total.isEmpty {
                total = part.usage
            } else {
                for index in total.indices { total[index] += part.usage[index] }
            }
            next = part.last
        }
        return total
    }

    /// Attachments with their thumbnails; local are those of local accounts, as in the server's own table.
    ///
    /// Source: Mastodon 4.6.5 `lib/mastodon/cli/media.rb`. Leans on the primary keys of both tables.
    func attachments(after id: Int64, over connection: Transaction<some Access>) async throws -> Part {
        let statement: Statement = """
            select
                max(item.id),
                count(*) filter (where item.file_file_name <> ''),
                least(coalesce(sum(item.bytes), 0), 9223372036854775807)::bigint,
                least(
                    coalesce(sum(item.bytes) filter (where account.id is not null and account.domain is null), 0),
                    9223372036854775807)::bigint
            from (
                select
                    id,
                    account_id,
                    file_file_name,
                    coalesce(file_file_size, 0)::numeric + coalesce(thumbnail_file_size, 0)::numeric as bytes
                from media_attachments
                where id > \(id)
                order by id
                limit \(Self.range)
            ) as item
            left join accounts as account on account.id = item.account_id
            """
        return try await connection.first(statement) { row in
            Part(
                usage: [
                    ObjectUsage(object: "attachments", files: try row[1], bytes: try row[2], localBytes: try row[3])
                ],
                last: try row[0])
        } ?? Part(usage: [], last: nil)
    }

    /// Avatars and headers. Leans on the primary key.
    func profiles(after id: Int64, over connection: Transaction<some Access>) async throws -> Part {
        let statement: Statement = """
            select
                max(id),
                count(*) filter (where avatar_file_name <> ''),
                least(coalesce(sum(avatar_file_size), 0), 9223372036854775807)::bigint,
                least(coalesce(sum(avatar_file_size) filter (where domain is null), 0), 9223372036854775807)::bigint,
                count(*) filter (where header_file_name <> ''),
                least(coalesce(sum(header_file_size), 0), 9223372036854775807)::bigint,
                least(coalesce(sum(header_file_size) filter (where domain is null), 0), 9223372036854775807)::bigint
            from (
                select id, domain, avatar_file_name, avatar_file_size, header_file_name, header_file_size
                from accounts
                where id > \(id)
                order by id
                limit \(Self.range)
            ) as item
            """
        return try await connection.first(statement) { row in
            Part(
                usage: [
                    ObjectUsage(object: "avatars", files: try row[1], bytes: try row[2], localBytes: try row[3]),
                    ObjectUsage(object: "headers", files: try row[4], bytes: try row[5], localBytes: try row[6]),
                ], last: try row[0])
        } ?? Part(usage: [], last: nil)
    }

    /// Pictures of link previews. Leans on the primary key.
    func previewCards(after id: Int64, over connection: Transaction<some Access>) async throws -> Part {
        let statement: Statement = """
            select
                max(id),
                count(*) filter (where image_file_name <> ''),
                least(coalesce(sum(image_file_size), 0), 9223372036854775807)::bigint
            from (
                select id, image_file_name, image_file_size
                from preview_cards
                where id > \(id)
                order by id
                limit \(Self.range)
            ) as item
            """
        return try await connection.first(statement) { row in
            Part(usage: [ObjectUsage(object: "preview_cards", files: try row[1], bytes: try row[2])], last: try row[0])
        } ?? Part(usage: [], last: nil)
    }

    private func emoji(over connection: Transaction<some Access>) async throws -> ObjectUsage {
        try await connection.first(
            """
            select
                count(*) filter (where image_file_name <> ''),
                least(coalesce(sum(image_file_size), 0), 9223372036854775807)::bigint,
                least(coalesce(sum(image_file_size) filter (where domain is null), 0), 9223372036854775807)::bigint
            from custom_emojis
            """
        ) { ObjectUsage(object: "custom_emoji", files: try $0[0], bytes: try $0[1], localBytes: try $0[2]) }
            ?? ObjectUsage(object: "custom_emoji", files: 0, bytes: 0, localBytes: 0)
    }

    private func backups(over connection: Transaction<some Access>) async throws -> ObjectUsage {
        try await connection.first(
            """
            select
                count(*) filter (where dump_file_name <> ''),
                least(coalesce(sum(dump_file_size), 0), 9223372036854775807)::bigint
            from backups
            """
        ) { ObjectUsage(object: "backups", files: try $0[0], bytes: try $0[1]) }
            ?? ObjectUsage(object: "backups", files: 0, bytes: 0)
    }

    private func siteUploads(over connection: Transaction<some Access>) async throws -> ObjectUsage {
        try await connection.first(
            """
            select
                count(*) filter (where file_file_name <> ''),
                least(coalesce(sum(file_file_size), 0), 9223372036854775807)::bigint
            from site_uploads
            """
        ) { ObjectUsage(object: "settings", files: try $0[0], bytes: try $0[1]) }
            ?? ObjectUsage(object: "settings", files: 0, bytes: 0)
    }
}

extension ObjectUsage {
    fileprivate static func += (left: inout Self, right: Self) {
        left.files += right.files
        left.bytes = left.bytes.adding(right.bytes)
        if let more = right.localBytes { left.localBytes = (left.localBytes ?? 0).adding(more) }
    }
}
