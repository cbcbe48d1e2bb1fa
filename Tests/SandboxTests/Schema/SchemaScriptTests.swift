import Model
import Postgres
import Sandbox
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled))
struct SchemaScriptTests {
    @Test(arguments: MastodonRelease.allCases)
    func `builds a database that PostgreSQL describes as the catalog does`(release: MastodonRelease) async throws {
        let instance = try await TestInstance.make(release: release, size: .empty)
        let connection = try await instance.connect()
        let built = try await read(connection)
        let wanted = SchemaCatalog.of(release: release)
        #expect(built.keys.sorted() == wanted.relations.map(\.name).sorted())
        for relation in wanted.relations {
            let found = try #require(built[relation.name])
            #expect(found.kind == relation.kind, "\(relation.name)")
            #expect(found.columns == relation.columns.map(Self.told), "\(relation.name)")
            #expect(found.indexes == relation.indexes.map(Self.told).sorted(), "\(relation.name)")
            #expect(found.foreignKeys == relation.foreignKeys.map(Self.told).sorted(), "\(relation.name)")
        }
        let version: [String] = try await connection.rows("select version from schema_migrations") { try $0[0] }
        #expect(version == [release.schemaVersion])
        let sequences: [String] = try await connection.rows(
            "select relname::text from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace order by 1"
        ) { try $0[0] }
        #expect(sequences == wanted.tables.compactMap(\.sequence?.name).sorted())
    }

    @Test func `gives ids that carry their time and do not repeat`() async throws {
        let connection = try await TestInstance.make(size: .empty).connect()
        let ids: [Int64] = try await connection.rows(
            "select timestamp_id('statuses') from generate_series(1, 1000)"
        ) { try $0[0] }
        #expect(Set(ids).count == 1000)
        let now: Int64 = try #require(
            try await connection.first("select (extract(epoch from now()) * 1000)::bigint") { try $0[0] })
        #expect(ids.allSatisfy { abs($0 >> 16 - now) < 60_000 })
    }

    private struct Found {
        var kind: SchemaCatalog.Relation.Kind
        var columns: [String] = []
        var indexes: [String] = []
        var foreignKeys: [String] = []
    }

    private static func told(_ column: SchemaCatalog.Column) -> String {
        "\(column.name) \(column.type) \(column.isNullable) \(column.defaultValue ?? "")"
    }

    private static func told(_ index: SchemaCatalog.Index) -> String {
        let keys = index.keys.map { "\($0.expression) \($0.operatorClass ?? "") \($0.isDescending)" }
        return "\(index.name) \(index.kind) \(index.method) \(keys.joined(separator: "; ")) \(index.predicate ?? "")"
    }

    private static func told(_ key: SchemaCatalog.ForeignKey) -> String {
        "\(key.name) \(key.column) \(key.table).\(key.target) \(key.onDelete)"
    }

    /// What PostgreSQL's catalogs say, in the words above.
    private func read(_ connection: PostgresConnection) async throws -> [String: Found] {
        var found: [String: Found] = [:]
        let relations: [(String, String)] = try await connection.rows(
            """
            select relname::text, relkind::text from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm')
            """
        ) { (try $0[0], try $0[1]) }
        for (name, kind) in relations {
            found[name] = Found(kind: kind == "r" ? .table : kind == "v" ? .view : .materialisedView)
        }
        let columns: [(String, String)] = try await connection.rows(
            """
            select relname::text, concat_ws(' ', attname, format_type(atttypid, atttypmod),
                case when attnotnull then 'false' else 'true' end, coalesce(pg_get_expr(adbin, adrelid), ''))
            from pg_attribute
            join pg_class on pg_class.oid = attrelid
            left join pg_attrdef on adrelid = attrelid and adnum = attnum
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm') and attnum > 0
            order by attrelid, attnum
            """
        ) { (try $0[0], try $0[1]) }
        for (name, text) in columns { found[name]?.columns.append(text) }
        let indexes: [(String, String)] = try await connection.rows(
            """
            select t.relname::text, concat_ws(' ', c.relname,
                case when indisprimary then 'primary' when indisunique then 'unique' else 'plain' end, amname,
                (
                    select string_agg(concat_ws(' ', pg_get_indexdef(indexrelid, k, true),
                        case when opcdefault then '' else opcname::text end,
                        case when indoption[k - 1] & 1 = 1 then 'true' else 'false' end), '; ' order by k)
                    from generate_series(1, indnkeyatts) k join pg_opclass on pg_opclass.oid = indclass[k - 1]
                ), coalesce(pg_get_expr(indpred, indrelid, true), ''))
            from pg_index
            join pg_class c on c.oid = indexrelid
            join pg_class t on t.oid = indrelid
            join pg_am on pg_am.oid = c.relam
            where t.relnamespace = 'public'::regnamespace
            """
        ) { (try $0[0], try $0[1]) }
        for (name, text) in indexes { found[name]?.indexes.append(text) }
        let keys: [(String, String)] = try await connection.rows(
            """
            select conrelid::regclass::text, concat_ws(' ', conname, a.attname,
                concat(confrelid::regclass, '.', b.attname),
                case confdeltype when 'c' then 'cascade' when 'n' then 'set null' else 'no action' end)
            from pg_constraint
            join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[1]
            join pg_attribute b on b.attrelid = confrelid and b.attnum = confkey[1]
            where contype = 'f'
            """
        ) { (try $0[0], try $0[1]) }
        for (name, text) in keys { found[name]?.foreignKeys.append(text) }
        for name in found.keys {
            found[name]?.indexes.sort()
            found[name]?.foreignKeys.sort()
        }
        return found
    }
}
