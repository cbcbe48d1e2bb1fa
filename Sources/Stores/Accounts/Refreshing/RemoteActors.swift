import Model
import Postgres

/// A remote account as it is before or after its actor was fetched.
package struct RemoteActor: Sendable, Equatable {
    package var account: AccountReference
    /// The actor's address, the same for two rows when one actor is known under two names.
    package var uri: String
    /// When the server last fetched it, as text to be compared with itself; nil for never.
    package var fetched: String?
}

/// Remote accounts whose actors the server can fetch again.
package struct RemoteActors: Sendable {
    package init() {}

    /// - Parameter domain: nil for all.
    package func count(in domain: String?, over connection: Transaction<some Access>) async throws -> Int {
        try await connection.first(
            "select count(*) from accounts where \(fragment: Self.isOf(domain))"
        ) { try $0.value(0, as: Int.self) } ?? 0
    }

    /// The next ones by id. Walks the primary key, or the index on domain and id.
    package func page(
        in domain: String?, after id: Int64, size: Int, over connection: Transaction<some Access>
    ) async throws -> [RemoteActor] {
        try await connection.rows(
            """
            \(fragment: Self.columns)
            where id > \(id)
                and \(fragment: Self.isOf(domain))
            order by id
            limit \(size)
            """, Self.decode)
    }

    /// Some of them as they are now; those that are gone are missing.
    package func now(_ ids: [Int64], over connection: Transaction<some Access>) async throws -> [RemoteActor] {
        try await connection.rows(
            "\(fragment: Self.columns) where id = any(\(ids)) and domain is not null order by id", Self.decode)
    }

    /// Every actor known under more than one name, the next ones by address: one row each, and how many there are.
    ///
    /// Walks the index on `uri`, a bounded number of rows at a time. Rows without an address are no duplicates.
    ///
    /// - Returns: the duplicates among the next rows, and the last address looked at; nil at the end.
    package func duplicates(
        after uri: String, size: Int, over connection: Transaction<some Access>
    ) async throws -> (found: [DuplicatedActor], last: String?) {
        let last = try await connection.first(
            """
            select max(uri)
            from (select uri from accounts where uri > \(uri) order by uri limit \(size)) as page
            """
        ) { try $0.value(0, as: String?.self) }
        guard let last, let last else { return ([], nil) }
        let found = try await connection.rows(
            """
            select
                uri,
                array_agg(id order by id),
                array_agg(username || '@' || domain order by id)
            from accounts
            where uri > \(uri) and uri <= \(last)
                and domain is not null
            group by uri
            having count(*) > 1
            order by uri
            """
        ) { DuplicatedActor(uri: try $0[0], ids: try $0[1], handles: try $0[2]) }
        return (found, last)
    }

    private static func isOf(_ domain: String?) -> Statement {
        domain.map { "domain = \($0)" } ?? "domain is not null"
    }

    private static let columns: Statement = """
        select id, username, domain, coalesce(uri, ''), last_webfingered_at::text
        from accounts
        """

    private static var decode: @Sendable (borrowing Row) throws -> RemoteActor {
        { row in
            RemoteActor(
                account: AccountReference(id: try row[0], username: try row[1], domain: try row[2]), uri: try row[3],
                fetched: try row[4])
        }
    }
}

/// An actor that is known here under more than one name.
package struct DuplicatedActor: Sendable, Equatable {
    package var uri: String
    /// Of its rows, oldest first.
    package var ids: [Int64]
    package var handles: [String]
}
