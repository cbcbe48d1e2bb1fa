import Model
import Postgres

/// Columns, indexes, constraints and functions that a database has now, as far as a release says what they should be.
package struct SchemaObjects: Sendable {
    package struct Index: Sendable {
        package var table: String
        package var name: String
        package var isUnique: Bool
        package var isPrimary: Bool
        /// Columns or expressions as PostgreSQL prints them.
        package var keys: [String]
        package var predicate: String?
    }

    package struct Column: Sendable {
        package var table: String
        package var name: String
        package var type: String
        package var isNullable: Bool
    }

    package struct ForeignKey: Sendable, Hashable {
        package var table: String
        package var column: String
        package var target: String

        package init(table: String, column: String, target: String) {
            self.table = table
            self.column = column
            self.target = target
        }
    }

    package var indexes: [Index]
    package var columns: [Column]
    package var foreignKeys: Set<ForeignKey>
    package var sequences: Set<String>
    /// Tables, views and materialised views that no extension brought.
    package var relations: Set<String>
}

extension DatabaseServer {
    /// What is visible in the search path.
    ///
    /// - Throws: `PostgresError`.
    package func objects() async throws -> SchemaObjects {
        try await reading(patience: .seconds(5)) { connection in
            let indexes = try await connection.rows(Self.indexes) { row in
                SchemaObjects.Index(
                    table: try row[0], name: try row[1], isUnique: try row[2], isPrimary: try row[3], keys: try row[4],
                    predicate: try row[5])
            }
            let columns = try await connection.rows(Self.columns) { row in
                SchemaObjects.Column(
                    table: try row[0], name: try row[1], type: try row[2], isNullable: try row[3])
            }
            let keys = try await connection.rows(Self.foreignKeys) { row in
                SchemaObjects.ForeignKey(table: try row[0], column: try row[1], target: try row[2])
            }
            let relations = try await connection.rows(Self.relations) { row in
                (name: try row.value(0, as: String.self), isSequence: try row.value(1, as: Bool.self))
            }
            return SchemaObjects(
                indexes: indexes, columns: columns, foreignKeys: Set(keys),
                sequences: Set(relations.filter(\.isSequence).map(\.name)),
                relations: Set(relations.filter { !$0.isSequence }.map(\.name)))
        }
    }

    private static let indexes: Statement = """
        select
            owner.relname::text,
            relation.relname::text,
            index.indisunique,
            index.indisprimary,
            array(
                select pg_catalog.pg_get_indexdef(index.indexrelid, key, true)
                from generate_series(1, index.indnkeyatts) as key
                order by key
            ),
            pg_catalog.pg_get_expr(index.indpred, index.indrelid, true)
        from pg_catalog.pg_index as index
        join pg_catalog.pg_class as relation on relation.oid = index.indexrelid
        join pg_catalog.pg_class as owner on owner.oid = index.indrelid
        where pg_catalog.pg_table_is_visible(owner.oid)
            and owner.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
            and index.indisvalid
        """

    private static let columns: Statement = """
        select
            relation.relname::text,
            attribute.attname::text,
            pg_catalog.format_type(attribute.atttypid, attribute.atttypmod),
            not attribute.attnotnull
        from pg_catalog.pg_class as relation
        join pg_catalog.pg_attribute as attribute on attribute.attrelid = relation.oid
        where relation.relkind in ('r', 'p')
            and pg_catalog.pg_table_is_visible(relation.oid)
            and relation.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
            and attribute.attnum > 0
            and not attribute.attisdropped
        """

    private static let foreignKeys: Statement = """
        select relation.relname::text, attribute.attname::text, target.relname::text
        from pg_catalog.pg_constraint as restriction
        join pg_catalog.pg_class as relation on relation.oid = restriction.conrelid
        join pg_catalog.pg_class as target on target.oid = restriction.confrelid
        join pg_catalog.pg_attribute as attribute
            on attribute.attrelid = restriction.conrelid and attribute.attnum = restriction.conkey[1]
        where restriction.contype = 'f'
            and pg_catalog.pg_table_is_visible(relation.oid)
        """

    private static let relations: Statement = """
        select relation.relname::text, relation.relkind = 'S'
        from pg_catalog.pg_class as relation
        where relation.relkind in ('r', 'p', 'v', 'm', 'S')
            and pg_catalog.pg_table_is_visible(relation.oid)
            and relation.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
            and not exists (
                select
                from pg_catalog.pg_depend as dependency
                where dependency.objid = relation.oid
                    and dependency.classid = 'pg_catalog.pg_class'::regclass
                    and dependency.deptype = 'e'
            )
        """
}
