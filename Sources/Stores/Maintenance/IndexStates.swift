import Model
import Postgres

/// An index that a release has, and what is wrong with it here.
package struct FlawedIndex: Sendable, Equatable {
    package enum Flaw: String, Sendable {
        case missing
        /// Left by a creation that was broken off: it takes room and answers nothing.
        case invalid
        /// Its order is not that of its rows, as after an upgrade of the system's collations.
        case damaged
    }

    package var table: String
    package var index: SchemaCatalog.Index
    package var flaw: Flaw

    package init(table: String, index: SchemaCatalog.Index, flaw: Flaw) {
        self.table = table
        self.index = index
        self.flaw = flaw
    }
}

/// The indexes of a database beside those of its release.
package struct IndexStates: Sendable {
    private let catalog: SchemaCatalog
    private let schema: LiveSchema

    package init(_ release: MastodonRelease, schema: LiveSchema) {
        catalog = SchemaCatalog.of(release: release)
        self.schema = schema
    }

    private struct Live: Sendable {
        var table: String
        var name: String
        var isValid: Bool
        var isUnique: Bool
        var method: String
        var keys: [String]
        var predicate: String?
    }

    /// What is missing or invalid, by table. An index of another name that does the same is as good.
    package func flaws(over connection: Transaction<some Access>) async throws -> [FlawedIndex] {
        let live = try await live(over: connection)
        let byName = Dictionary(live.map { ($0.name, $0) }) { $1 }
        let byTable = Dictionary(grouping: live, by: \.table)
        return expected.compactMap { table, index in
            if let one = byName[index.name] {
                return one.isValid ? nil : FlawedIndex(table: table, index: index, flaw: .invalid)
            }
            let isThere = (byTable[table] ?? []).contains { $0.isValid && Self.does($0, index) }
            return isThere ? nil : FlawedIndex(table: table, index: index, flaw: .missing)
        }
    }

    /// The names of valid indexes over text, whose order the system's collations decide.
    package func overText(over connection: Transaction<some Access>) async throws -> [(
        table: String, index: SchemaCatalog.Index
    )] {
        let names = Set(
            try await connection.rows(
                """
                select relation.relname::text
                from pg_catalog.pg_index as index
                join pg_catalog.pg_class as relation on relation.oid = index.indexrelid
                join pg_catalog.pg_am as method on method.oid = relation.relam
                where method.amname = 'btree'
                    and index.indisvalid
                    and exists (select from unnest(index.indcollation) as sorting where sorting <> 0)
                """
            ) { try $0.value(0, as: String.self) })
        return expected.filter { names.contains($0.index.name) }
    }

    private var expected: [(table: String, index: SchemaCatalog.Index)] {
        catalog.relations.filter { schema.has(table: $0.name) }.flatMap { relation in
            relation.indexes.filter { $0.kind != .primary }.map { (relation.name, $0) }
        }
    }

    private func live(over connection: Transaction<some Access>) async throws -> [Live] {
        try await connection.rows(
            """
            select
                owner.relname::text, relation.relname::text, index.indisvalid, index.indisunique, method.amname::text,
                array(
                    select pg_get_indexdef(index.indexrelid, place, true)
                    from generate_series(1, index.indnkeyatts) as place
                    order by place)::text[],
                pg_get_expr(index.indpred, index.indrelid, true)
            from pg_catalog.pg_index as index
            join pg_catalog.pg_class as relation on relation.oid = index.indexrelid
            join pg_catalog.pg_class as owner on owner.oid = index.indrelid
            join pg_catalog.pg_am as method on method.oid = relation.relam
            where pg_catalog.pg_table_is_visible(owner.oid)
                and owner.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
            """
        ) { row in
            Live(
                table: try row[0], name: try row[1], isValid: try row[2], isUnique: try row[3], method: try row[4],
                keys: try row.value(5, as: [String].self), predicate: try row[6])
        }
    }

    private static func does(_ live: Live, _ index: SchemaCatalog.Index) -> Bool {
        live.isUnique == (index.kind == .unique) && live.method == index.method
            && live.keys == index.keys.map(\.expression) && bare(live.predicate) == bare(index.predicate)
    }

    /// Without brackets, of which the server's versions set more or fewer.
    private static func bare(_ text: String?) -> String { (text ?? "").filter { !"() ".contains($0) } }
}

extension Site {
    /// Whether `bt_index_check` is there and this role may call it.
    package func mayCheckIndexes() async throws -> Bool {
        try await database.read { connection in
            try await connection.first(
                """
                select coalesce(bool_or(has_function_privilege(oid, 'execute')), false)
                from pg_catalog.pg_proc
                where proname = 'bt_index_check'
                    and pg_catalog.pg_function_is_visible(oid)
                """
            ) { try $0.value(0, as: Bool.self) } ?? false
        }
    }

    /// Whether an index can be read and is in its own order. In a transaction of its own, which a damaged one ends.
    ///
    /// - Throws: what the database throws otherwise.
    package func isInOrder(_ index: String) async throws -> Bool {
        do {
            return try await database.read { connection in
                _ = try await connection.first("select true from bt_index_check(\(index)::text::regclass)") { _ in true
                }
                return true
            }
        } catch let error as PostgresError where error.kind == .serverTrouble {
            return false
        }
    }
}

extension Site where Mode == ReadWrite {
    /// Makes an index as it should be, while the table is read and written. What is damaged is built anew beside the old
    /// one first.
    ///
    /// - Throws: what the database throws: rows that a unique index does not allow; the index is not there then.
    package func mend(_ flawed: FlawedIndex) async throws {
        let name = flawed.index.name
        switch flawed.flaw {
        case .damaged: try await database.alone("reindex index concurrently \(identifier: name)")
        case .missing, .invalid:
            if flawed.flaw == .invalid {
                try await database.alone("drop index concurrently if exists \(identifier: name)")
            }
            do {
                try await database.alone(
                    script: Script(trusted: flawed.index.creation(on: flawed.table, isConcurrent: true)))
            } catch {
                try? await database.alone("drop index concurrently if exists \(identifier: name)")
                throw error
            }
        }
    }
}
