import Model
import Postgres

/// What is left when posts are gone: attachments without a post, conversations without one.
///
/// Source: Mastodon 4.6.5 `lib/mastodon/cli/statuses.rb` (`remove_orphans_media_attachments`,
/// `remove_orphans_conversations`).
package struct LeftoverRows: Sendable {
    let instance: Instance
    /// Attachments of the last so many days stay.
    let days: Double
    let shard: Shard?

    package init(_ instance: Instance, days: Double, shard: Shard?) {
        self.instance = instance
        self.days = days
        self.shard = shard
    }

    /// A row, and the bytes its columns claim.
    package struct Leftover: Sendable, Equatable {
        package var id: Int64
        package var bytes: Int64
    }

    /// Attachments that belong to no post and wait for none, by id.
    package func attachments(
        after id: Int64, size: Int, over connection: Transaction<some Access>
    ) async throws -> [Leftover] {
        try await connection.rows(
            """
            select id, coalesce(file_file_size, 0)::bigint + coalesce(thumbnail_file_size, 0)::bigint
            from media_attachments
            where id > \(id)
                and \(fragment: isUnattached)
            order by id
            limit \(size)
            """
        ) { Leftover(id: try $0[0], bytes: try $0[1]) }
    }

    /// Deletes attachments, with their files. In a transaction of the caller's.
    package func deleteAttachments(
        _ ids: [Int64], over connection: Transaction<ReadWrite>
    ) async throws -> (count: Int, files: [StoredFile], aftermath: Aftermath) {
        let locked = try await connection.rows(
            """
            select id
            from media_attachments
            where id = any(\(ids))
                and \(fragment: isUnattached)
            order by id
            for update skip locked
            """
        ) { try $0.value(0, as: Int64.self) }
        let owners = FileOwners(schema: instance.schema)
        var files: [StoredFile] = []
        for kind in [AttachmentKind.mediaFile, .mediaThumbnail] {
            files += try await owners.files(of: kind, ids: locked, over: connection)
                .sorted { $0.key < $1.key }.map(\.value)
        }
        try await connection.execute("delete from media_attachments where id = any(\(locked))")
        var aftermath = Aftermath()
        aftermath.drop(cached: files, on: instance)
        return (locked.count, files, aftermath)
    }

    /// Conversations no post belongs to, by id.
    ///
    /// - Parameter size: conversations looked at.
    /// - Returns: those found, and the last looked at; nil at the end.
    package func conversations(
        after id: Int64, size: Int, over connection: Transaction<some Access>
    ) async throws -> (found: [Int64], visited: Int, last: Int64?) {
        let ids = try await connection.rows(
            "select id from conversations where id > \(id) order by id limit \(size)"
        ) { try $0.value(0, as: Int64.self) }
        guard let first = ids.first, let last = ids.last else { return ([], 0, nil) }
        let found = try await connection.rows(
            """
            select id
            from conversations
            where id between \(first) and \(last)
                and \(fragment: isEmpty)
            order by id
            """
        ) { try $0.value(0, as: Int64.self) }
        return (found, ids.count, ids.count < size ? nil : last)
    }

    /// Deletes conversations that still have no post.
    package func deleteConversations(_ ids: [Int64], over connection: Transaction<ReadWrite>) async throws -> Int {
        try await connection.execute(
            """
            delete from conversations
            where id in (
                select id
                from conversations
                where id = any(\(ids))
                    and \(fragment: isEmpty)
                order by id
                for update skip locked)
            """)
    }

    /// Whether conversations can be compared with posts by an index.
    package static func hasIndex(over connection: Transaction<some Access>) async throws -> Bool {
        try await connection.first(
            """
            select true
            from pg_catalog.pg_index as index
            join pg_catalog.pg_attribute as attribute
                on attribute.attrelid = index.indrelid and attribute.attnum = index.indkey[0]
            where index.indrelid = 'statuses'::regclass
                and index.indisvalid
                and index.indpred is null
                and attribute.attname = 'conversation_id'
            """
        ) { _ in true } ?? false
    }

    private var isUnattached: Statement {
        """
        status_id is null
            and scheduled_status_id is null
            and created_at < (now() at time zone 'utc') - make_interval(secs => \((days - 1) * 86_400))
            and \(fragment: isMine)
        """
    }

    private var isEmpty: Statement {
        """
        not exists (select from statuses where statuses.conversation_id = conversations.id)
            and \(fragment: isMine)
        """
    }

    private var isMine: Statement {
        shard.map { shard -> Statement in "mod(id, \(Int64(shard.count))) = \(Int64(shard.number - 1))" } ?? "true"
    }
}
