import Faults
import Model
import Postgres

/// What a database is asked before its server goes to another release.
package struct UpgradeQuestions: Sendable {
    /// Some rows, the first of them named.
    package struct Rows: Sendable, Equatable {
        package var count: Int64 = 0
        package var examples: [String] = []

        package init(count: Int64 = 0, examples: [String] = []) {
            self.count = count
            self.examples = examples
        }
    }

    private static let named = 5
    private let schema: LiveSchema

    package init(_ schema: LiveSchema) {
        self.schema = schema
    }

    /// Remote accounts that say they are the same actor. Walks the index on `uri`.
    package func sharedActors(over connection: Transaction<some Access>) async throws -> Rows {
        try await rows(
            """
            select uri || ': ' || string_agg(id::text, ', ' order by id)
            from accounts
            where uri <> ''
                and domain is not null
            group by uri
            having count(*) > 1
            """, over: connection)
    }

    /// Accounts with the same name in any case, which only a damaged index lets be. Reads the rows themselves, since
    /// that index is what is asked about.
    package func sharedNames(over connection: Transaction<some Access>) async throws -> Rows {
        for path in ["enable_indexscan", "enable_indexonlyscan", "enable_bitmapscan"] {
            try await connection.set(path, to: "off")
        }
        return try await rows(
            """
            select lower(username) || coalesce('@' || lower(domain), '') || ': '
                || string_agg(id::text, ', ' order by id)
            from accounts
            group by lower(username), coalesce(lower(domain), ''), lower(domain)
            having count(*) > 1
            """, over: connection)
    }

    /// Remote accounts without an address.
    package func nameless(over connection: Transaction<some Access>) async throws -> Rows {
        try await rows(
            """
            select username || '@' || domain
            from accounts
            where domain is not null
                and coalesce(uri, '') = ''
            """, over: connection)
    }

    /// Accounts of this server's people that have no key to sign with.
    package func keyless(over connection: Transaction<some Access>) async throws -> Rows {
        let held: Statement =
            schema.has(column: "local_fragment", in: "keypairs")
            ? """

                and not exists (
                    select from keypairs
                    where keypairs.account_id = accounts.id and keypairs.private_key is not null)
            """ : ""
        return try await rows(
            """
            select username
            from accounts
            where domain is null
                and coalesce(private_key, '') = ''
                and exists (select from users where users.account_id = accounts.id)
                and \(fragment: schema.isAvailable())\(fragment: held)
            """, over: connection)
    }

    /// Rows that a unique index over these columns would refuse.
    package func repeated(
        _ columns: [String], in table: String, over connection: Transaction<some Access>
    ) async throws -> Rows {
        let list = Statement.joined(columns.map { "\(identifier: $0)" })
        let filled = Statement.joined(columns.map { "\(identifier: $0) is not null" }, separator: " and ")
        return try await rows(
            """
            select concat_ws(', ', \(fragment: list))
            from \(identifier: table)
            where \(fragment: filled)
            group by \(fragment: list)
            having count(*) > 1
            """, over: connection)
    }

    /// Rows without a value that has to be there later.
    package func empty(
        _ column: String, in table: String, over connection: Transaction<some Access>
    ) async throws -> Rows {
        try await rows(
            """
            select \(table)::text
            from \(identifier: table)
            where \(identifier: column) is null
            """, over: connection)
    }

    /// Indexes that were not built to their end, which PostgreSQL does not use.
    package func invalidIndexes(over connection: Transaction<some Access>) async throws -> [String] {
        try await connection.rows(
            """
            select index.relname::text
            from pg_catalog.pg_index
            join pg_catalog.pg_class as index on index.oid = pg_index.indexrelid
            where not pg_index.indisvalid
                and pg_catalog.pg_table_is_visible(pg_index.indrelid)
            order by 1
            """
        ) { try $0.value(0, as: String.self) }
    }

    /// The size of a table with its indexes, in bytes.
    package func size(of table: String, over connection: Transaction<some Access>) async throws -> Int64 {
        try await connection.first("select pg_catalog.pg_total_relation_size(\(table)::text::regclass)") {
            try $0.value(0, as: Int64.self)
        } ?? 0
    }

    /// The server's version, as in `150020`, and where its files are; the latter only for those who may know it.
    package func server(over connection: Transaction<some Access>) async throws -> (version: Int, folder: String?) {
        try await connection.first(
            """
            select current_setting('server_version_num')::bigint,
                (select setting from pg_catalog.pg_settings where name = 'data_directory')
            """
        ) { (Int(try $0.value(0, as: Int64.self)), try $0.value(1, as: String?.self)) } ?? (0, nil)
    }

    private func rows(_ statement: Statement, over connection: Transaction<some Access>) async throws -> Rows {
        let found = try await connection.rows(
            """
            select found.name, count(*) over ()
            from (\(fragment: statement)) as found (name)
            order by found.name
            limit \(Self.named)
            """
        ) { (try $0.value(0, as: String?.self) ?? "", try $0.value(1, as: Int64.self)) }
        return Rows(count: found.first?.1 ?? 0, examples: found.map(\.0))
    }
}

// amcheck, which an administrator of PostgreSQL installs and lends.
extension UpgradeQuestions {
    /// Unique trees over text, which another version of the system's collation leaves in the wrong order.
    package func textIndexes(over connection: Transaction<some Access>) async throws -> [String] {
        try await connection.rows(
            """
            select distinct index.relname::text
            from pg_catalog.pg_index
            join pg_catalog.pg_class as index on index.oid = pg_index.indexrelid
            join pg_catalog.pg_am on pg_am.oid = index.relam
            join pg_catalog.pg_attribute as attribute on attribute.attrelid = index.oid
            where pg_index.indisunique
                and pg_index.indisvalid
                and pg_am.amname = 'btree'
                and attribute.attcollation <> 0
                and pg_catalog.pg_table_is_visible(pg_index.indrelid)
                and index.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
            order by 1
            """
        ) { try $0.value(0, as: String.self) }
    }
}
