import Faults
import Model
import Postgres

extension LiveSchema {
    /// What PostgreSQL's own catalogs say.
    struct Facts: Sendable {
        var applied: Set<String> = []
        var columns: [String: Set<String>] = [:]
        var kinds: [String: SchemaCatalog.Relation.Kind] = [:]
        /// Columns without a default that take no null, as `table.column`.
        var compulsory: Set<String> = []
        /// Whether `accounts.uri` has a unique index that is in use.
        var hasUniqueActors = false
        var foreignKeys: [UnknownKey] = []
    }

    /// Of a database that is not looked at.
    package static let unseen = LiveSchema(Facts())

    /// Reads what is there.
    ///
    /// - Throws: `Fault(.configuration)` when the database is not a Mastodon server's.
    package static func read(over connection: Transaction<some Access>) async throws -> LiveSchema {
        var facts = try await connection.reduce(columnsStatement, into: Facts()) { facts, row in
            let table = try row.value(0, as: String.self)
            let column = try row.value(1, as: String.self)
            facts.columns[table, default: []].insert(column)
            facts.kinds[table] = kind(try row.value(2, as: String.self))
            if try row.value(3, as: Bool.self) { facts.compulsory.insert("\(table).\(column)") }
        }
        guard facts.columns["schema_migrations"] != nil, facts.columns["accounts"] != nil,
            facts.columns["statuses"] != nil
        else {
            throw Fault(
                .configuration, "this database is not a Mastodon server's",
                notes: ["the tables schema_migrations, accounts and statuses are expected in the search path"],
                help: "check DB_NAME, or run `mastoctl config show`")
        }
        facts.applied = Set(
            try await connection.rows("select version from schema_migrations") { try $0.value(0, as: String.self) })
        facts.hasUniqueActors = try await connection.first(uniqueStatement) { try $0.value(0, as: Bool.self) } ?? false
        facts.foreignKeys = try await connection.rows(keysStatement) { row in
            UnknownKey(
                name: try row[0], table: try row[1], column: try row[2], target: try row[3], targetColumn: try row[4],
                yields: try row[5])
        }
        return LiveSchema(facts)
    }

    private static func kind(_ letter: String) -> SchemaCatalog.Relation.Kind {
        switch letter {
        case "v": .view
        case "m": .materialisedView
        default: .table
        }
    }

    private static let columnsStatement: Statement = """
        select relation.relname::text, attribute.attname::text, relation.relkind::text,
            relation.relkind in ('r', 'p') and attribute.attnotnull and not attribute.atthasdef
                and attribute.attidentity = ''
        from pg_catalog.pg_class as relation
        join pg_catalog.pg_attribute as attribute on attribute.attrelid = relation.oid
        where relation.relkind in ('r', 'p', 'v', 'm')
            and pg_catalog.pg_table_is_visible(relation.oid)
            and relation.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
            and attribute.attnum > 0
            and not attribute.attisdropped
        """

    private static let uniqueStatement: Statement = """
        select exists (
            select
            from pg_catalog.pg_index as index
            join pg_catalog.pg_attribute as attribute on attribute.attrelid = index.indrelid
                and attribute.attnum = index.indkey[0]
            where index.indrelid = 'accounts'::regclass
                and index.indisunique
                and index.indisvalid
                and index.indnkeyatts = 1
                and index.indpred is null
                and attribute.attname = 'uri')
        """

    /// Keys of one column; the server has no others.
    private static let keysStatement: Statement = """
        select constraints.conname::text, source.relname::text, here.attname::text, target.relname::text,
            there.attname::text, constraints.confdeltype not in ('a', 'r')
        from pg_catalog.pg_constraint as constraints
        join pg_catalog.pg_class as source on source.oid = constraints.conrelid
        join pg_catalog.pg_class as target on target.oid = constraints.confrelid
        join pg_catalog.pg_attribute as here on here.attrelid = source.oid and here.attnum = constraints.conkey[1]
        join pg_catalog.pg_attribute as there on there.attrelid = target.oid and there.attnum = constraints.confkey[1]
        where constraints.contype = 'f'
            and cardinality(constraints.conkey) = 1
            and constraints.conparentid = 0
            and pg_catalog.pg_table_is_visible(source.oid)
            and pg_catalog.pg_table_is_visible(target.oid)
        order by source.relname, constraints.conname
        """
}
