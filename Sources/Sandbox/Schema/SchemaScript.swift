import Model

/// The SQL that builds a database of one release from the catalog.
///
/// It comes in two parts so that rows can be loaded between them: an index built over loaded rows costs a fraction of
/// one kept up to date, and foreign keys made afterwards prove that every loaded row is consistent.
package struct SchemaScript: Sendable {
    package let catalog: SchemaCatalog

    package init(_ release: MastodonRelease) {
        catalog = .of(release: release)
    }

    /// Both parts.
    package var all: String { tables + constraints }

    /// Function, sequences, tables without indexes, and the rows by which Rails knows the schema.
    package var tables: String {
        var sql = Self.timestampFunction
        for table in catalog.tables {
            if let sequence = table.sequence { sql += "create sequence \(sequence.name);\n" }
        }
        for table in catalog.tables {
            let columns = table.columns.map { column in
                "    \"\(column.name)\" \(column.type)"
                    + (column.defaultValue.map { " default \($0)" } ?? "") + (column.isNullable ? "" : " not null")
            }
            sql += "create table \(table.name) (\n" + columns.joined(separator: ",\n") + "\n);\n"
            if let sequence = table.sequence, let owner = sequence.owner {
                sql += "alter sequence \(sequence.name) owned by \(table.name).\(owner);\n"
            }
        }
        return sql + """
            insert into schema_migrations (version) values ('\(catalog.release.schemaVersion)');
            insert into ar_internal_metadata (key, value, created_at, updated_at)
            values ('environment', 'production', now() at time zone 'utc', now() at time zone 'utc');

            """
    }

    /// Primary keys, indexes, foreign keys, views.
    package var constraints: String {
        var sql = ""
        for table in catalog.tables {
            for index in table.indexes { sql += statement(index, on: table.name) }
        }
        for table in catalog.tables {
            for key in table.foreignKeys {
                sql += "alter table \(table.name) add constraint \(key.name) foreign key (\(key.column)) "
                sql += "references \(key.table) (\(key.target))"
                sql += (key.onDelete == "no action" ? "" : " on delete \(key.onDelete)") + ";\n"
            }
        }
        for view in catalog.relations where view.kind != .table {
            guard let query = SchemaViews.queries[view.name] else { continue }
            sql += "create \(view.kind == .view ? "view" : "materialized view") \(view.name) as \(query);\n"
            for index in view.indexes { sql += statement(index, on: view.name) }
        }
        return sql
    }

    private func statement(_ index: SchemaCatalog.Index, on table: String) -> String {
        if index.kind == .primary {
            let keys = index.keys.map { "\"\($0.expression)\"" }.joined(separator: ", ")
            return "alter table \(table) add constraint \(index.name) primary key (\(keys));\n"
        }
        return index.creation(on: table, isConcurrent: false) + ";\n"
    }

    /// An id that carries its time: 48 bits of milliseconds since 1970, then 16 bits of a sequence blurred by a hash.
    private static let timestampFunction = """
        create function timestamp_id(table_name text) returns bigint language plpgsql volatile as $body$
        declare
            milliseconds bigint := floor(extract(epoch from clock_timestamp()) * 1000);
            blur bigint := ('x' || substr(md5(table_name || milliseconds), 1, 4))::bit(16)::bigint;
        begin
            return (milliseconds << 16) | ((blur + nextval(table_name || '_id_seq')) & 65535);
        end
        $body$;

        """
}
