import Model
import Postgres

/// A remote attachment as it is before or after it was fetched.
package struct RefreshableRow: Sendable, Equatable {
    package var id: Int64
    /// Nil without a file. A fetched file always has a new name.
    package var fileName: String?
    /// Of file and thumbnail, as the columns tell.
    package var bytes: Int64
}

/// Remote attachments that the server can fetch again.
///
/// Left out are those whose server is blocked with its media: of the domain blocks for an account's domain and the
/// domains above it the longest decides. And those without an account, whose rows the server cannot save.
/// Source: Mastodon 4.6.5 `lib/mastodon/cli/media.rb` (refresh), `app/models/domain_block.rb` (`rule_for`).
package struct RefreshableFiles: Sendable {
    package let selection: RefreshSelection
    /// The youngest id that is too old, when there is a bound.
    private let bound: Int64?

    package init(_ selection: RefreshSelection, now: UTCTime) {
        self.selection = selection
        bound = selection.days.map { Snowflake.first(at: UTCTime(now.seconds - $0 * 86_400)) }
    }

    package func count(over connection: Transaction<some Access>) async throws -> Int {
        try await connection.first(
            """
            select count(*)
            from media_attachments as item
            where \(fragment: conditions)
            """
        ) { try $0.value(0, as: Int.self) } ?? 0
    }

    /// The next rows after an id. Walks the primary key, or the index on the post or the account.
    package func page(
        after id: Int64, size: Int, over connection: Transaction<some Access>
    ) async throws -> [RefreshableRow] {
        try await connection.rows(
            """
            \(fragment: columns)
            where id > \(id)
                and \(fragment: conditions)
            order by id
            limit \(size)
            """, Self.decode)
    }

    /// Those of the rows that are still selected.
    package func still(_ ids: [Int64], over connection: Transaction<some Access>) async throws -> [RefreshableRow] {
        try await connection.rows(
            """
            \(fragment: columns)
            where id = any(\(ids))
                and \(fragment: conditions)
            order by id
            """, Self.decode)
    }

    /// Those of the rows that have a file, and not the one they had before.
    package func fetched(
        since rows: [RefreshableRow], over connection: Transaction<some Access>
    ) async throws -> [RefreshableRow] {
        let names = Dictionary(rows.map { ($0.id, $0.fileName) }, uniquingKeysWith: { first, _ in first })
        let now = try await connection.rows(
            """
            \(fragment: columns)
            where id = any(\(rows.map(\.id)))
                and file_file_name <> ''
            """, Self.decode)
        return now.filter { $0.fileName != names[$0.id] ?? nil }
    }

    /// Whether the account that is asked for is known; true when none is.
    package func hasAccount(over connection: Transaction<some Access>) async throws -> Bool {
        guard case .account(let handle) = selection.source else { return true }
        return try await connection.first(account(handle)) { try $0.value(0, as: Int64.self) } != nil
    }

    private let columns: Statement = """
        select
            id,
            nullif(file_file_name, ''),
            coalesce(file_file_size, 0)::bigint + coalesce(thumbnail_file_size, 0)::bigint
        from media_attachments as item
        """

    private static var decode: @Sendable (borrowing Row) throws -> RefreshableRow {
        { RefreshableRow(id: try $0[0], fileName: try $0[1], bytes: try $0[2]) }
    }

    private func account(_ handle: Handle) -> Statement {
        """
        select id
        from accounts
        where lower(username) = \(handle.user)
            and coalesce(lower(domain), '') = \(handle.domain)
        order by id
        limit 1
        """
    }

    private var conditions: Statement {
        var all: [Statement] = ["remote_url <> ''", "not coalesce((\(fragment: rejectsMedia)), false)"]
        switch selection.source {
        case .status(let id): all.append("status_id = \(id)")
        case .account(let handle): all.append("account_id = (\(fragment: account(handle)))")
        case .domain(let domain): all.append("exists (\(fragment: isOf(domain)))")
        case .everywhere: break
        }
        if let bound { all.append("id > \(bound)") }
        if !selection.includesStored { all.append("coalesce(file_file_name, '') = ''") }
        all.append("account_id is not null")
        return .joined(all, separator: "\n    and ")
    }

    private func isOf(_ domain: String) -> Statement {
        """
        select
        from accounts as account
        where account.id = item.account_id
            and right('.' || account.domain, length(\(".\(domain)"))) = \(".\(domain)")
        """
    }

    /// One probe of the account and a look at the domain blocks, of which a server has hundreds at most.
    private var rejectsMedia: Statement {
        """
        select block.reject_media
        from accounts as account
        join domain_blocks as block
            on right('.' || account.domain, length(block.domain) + 1) = '.' || block.domain
        where account.id = item.account_id
        order by length(block.domain) desc
        limit 1
        """
    }
}
