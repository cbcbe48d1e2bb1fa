import Model

/// What a database has beyond a release's tables and columns: a fork's, a plug-in's, somebody's own.
package struct SchemaExtras: Sendable, Equatable {
    /// The fork whose signature is there, if any.
    package let fork: String?
    /// Tables that no release has, in the order of their names.
    package let tables: [String]
    /// `table.column` of tables the release has, in the order of their names.
    package let columns: [String]
    /// Migrations that are not Mastodon's, in order.
    package let migrations: [String]
    /// Columns that have to be given a value in a new row, as `table.column`.
    package let compulsory: [String]
    /// Whether all tables and columns are some that the fork is known to add.
    package let isKnown: Bool

    package var isEmpty: Bool { tables.isEmpty && columns.isEmpty && migrations.isEmpty }

    init(_ facts: LiveSchema.Facts, against catalog: SchemaCatalog) {
        var (tables, columns): ([String], [String]) = ([], [])
        for (name, live) in facts.columns where facts.kinds[name] == .table {
            if let relation = catalog.relation(name) {
                let known = Set(relation.columns.map(\.name))
                columns += live.subtracting(known).map { "\(name).\($0)" }
            } else if !Self.isLeftOver(name, in: catalog.release) {
                tables.append(name)
            }
        }
        columns.removeAll { Self.isLeftOver($0, in: catalog.release) }
        // Most servers have nothing more, and need not be compared with every fork.
        let fork =
            tables.isEmpty && columns.isEmpty
            ? nil
            : MastodonFork.recognised { table, column in
                guard let columns = facts.columns[table] else { return false }
                return column.map { columns.contains($0) } ?? true
            }
        self.fork = fork?.name
        self.tables = tables.sorted()
        self.columns = columns.sorted()
        migrations = facts.applied.filter { !ServerMigrations.has($0) }.sorted()
        let extra = Set(columns)
        compulsory = facts.compulsory.filter { extra.contains($0) }.sorted()
        isKnown =
            fork.map { fork in
                tables.allSatisfy { fork.adds($0) }
                    && columns.allSatisfy {
                        let parts = $0.split(separator: ".")
                        return fork.adds(String(parts[0]), String(parts[1]))
                    }
            } ?? false
    }

    /// Whether it is something an older release had, which a server that was upgraded may have kept.
    private static func isLeftOver(_ name: String, in now: MastodonRelease) -> Bool {
        let parts = name.split(separator: ".").map(String.init)
        return MastodonRelease.allCases.contains { release in
            guard release < now else { return false }
            guard let relation = SchemaCatalog.of(release: release).relation(parts[0]) else { return false }
            return parts.count == 1 || relation.column(parts[1]) != nil
        }
    }
}

extension SchemaExtras {
    /// `fork: glitch-soc, 3 columns, 1 table more`; nil when there is nothing more than the release has.
    package var inWords: String? {
        if isEmpty { return nil }
        func count(_ number: Int, _ one: String) -> String? {
            number == 0 ? nil : "\(number) \(one)\(number == 1 ? "" : "s")"
        }
        let parts = [
            count(columns.count, "column"), count(tables.count, "table"), count(migrations.count, "migration"),
        ].compactMap(\.self)
        let isOnlyNumbers = tables.isEmpty && columns.isEmpty
        let name = fork.map { "fork: \($0), " } ?? (isOnlyNumbers ? "" : "fork or plug-in: unknown, ")
        return name + parts.joined(separator: ", ") + " more"
    }
}
