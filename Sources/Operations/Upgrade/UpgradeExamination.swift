import Faults
import Model
import Stores

/// Looks, before an upgrade, for what would stop or hurt it. Changes nothing.
package struct UpgradeExamination: Question {
    package let target: MastodonRelease

    package init(to target: MastodonRelease = .newest) {
        self.target = target
    }

    /// - Throws: `Fault(.usage)` when the server is past that release.
    package func answer(at site: Site<ReadOnly>) async throws -> UpgradeReport {
        let schema = site.instance.schema
        if let base = schema.base, base > target {
            throw Fault(
                .usage, "the server is past Mastodon \(target.rawValue): its schema is \(schema.releaseInWords)",
                help: "give a later release with --to")
        }
        let parts = UpgradeParts(target: target, schema: schema)
        var findings = [parts.migrations()]
        findings += try await parts.rows(at: site)
        findings += try await parts.refusals(at: site)
        findings.append(parts.clashes())
        findings += try await parts.indexes(at: site)
        findings += try await parts.keys(at: site)
        findings += try await parts.services(at: site)
        return UpgradeReport(from: schema.base, to: target, findings)
    }
}

/// What is compared.
struct UpgradeParts: Sendable {
    let target: MastodonRelease
    let schema: LiveSchema

    var questions: UpgradeQuestions { UpgradeQuestions(schema) }
    private var base: MastodonRelease { schema.base ?? .v4_2 }
    private var now: SchemaCatalog { .of(release: base) }
    private var then: SchemaCatalog { .of(release: target) }

    /// Those of the release it is of have to be done; those up to the other one are what the upgrade does.
    func migrations() -> UpgradeFinding {
        if let release = schema.release, !schema.unfinished.isEmpty {
            return UpgradeFinding(.migrations, .problem, .unfinished(release, signs: schema.unfinished))
        }
        if schema.isLater { return UpgradeFinding(.migrations, .warning, .later(schema: schema.releaseInWords)) }
        // A database made from a catalog has the newest number alone.
        let pending = ServerMigrations.pending(schema.applied, until: target)
            .filter { schema.applied.count > 20 || $0.release > base }
        let isBetween = schema.release == nil
        let post = pending.count(where: \.isPost)
        return UpgradeFinding(
            .migrations, isBetween ? .problem : .ok,
            .pending(
                before: pending.count - post, after: post, schema: isBetween ? schema.releaseInWords : nil),
            rows: Int64(pending.count), examples: pending.prefix(5).map(\.version))
    }

    /// Accounts that the migrations merge, delete or stop at.
    func rows(at site: Site<ReadOnly>) async throws -> [UpgradeFinding] {
        let questions = questions
        let names = try await site.database.read { try await questions.sharedNames(over: $0) }
        let findings = [finding(.sharedNames, .problem, names)]
        guard target >= .v4_7, base < .v4_7 else { return findings }
        let actors = try await site.database.read { try await questions.sharedActors(over: $0) }
        let nameless = try await site.database.read { try await questions.nameless(over: $0) }
        return findings + [finding(.sharedActors, .warning, actors), finding(.nameless, .warning, nameless)]
    }

    /// Rows that new unique indexes and new `not null` would refuse.
    func refusals(at site: Site<ReadOnly>) async throws -> [UpgradeFinding] {
        var (unique, empty) = (UpgradeQuestions.Rows(), UpgradeQuestions.Rows())
        let questions = questions
        for table in then.tables {
            guard let old = now.relation(table.name), schema.has(table: table.name) else { continue }
            for index in table.indexes where isNew(index, to: old) {
                let columns = index.keys.map(\.expression)
                guard columns.allSatisfy({ schema.has(column: $0, in: table.name) }),
                    (table.name, columns) != ("accounts", ["uri"])
                else { continue }
                let found = try await site.database.read {
                    try await questions.repeated(columns, in: table.name, over: $0)
                }
                add(found, "\(table.name) (\(columns.joined(separator: ", ")))", to: &unique)
            }
            for column in table.columns where !column.isNullable && old.column(column.name)?.isNullable == true {
                guard schema.has(column: column.name, in: table.name) else { continue }
                let found = try await site.database.read {
                    try await questions.empty(column.name, in: table.name, over: $0)
                }
                add(found, "\(table.name).\(column.name)", to: &empty)
            }
        }
        return [finding(.uniqueRows, .problem, unique), finding(.emptyValues, .warning, empty)]
    }

    private func isNew(_ index: SchemaCatalog.Index, to old: SchemaCatalog.Relation) -> Bool {
        index.kind == .unique && !old.indexes.contains { $0.kind != .plain && $0.keys == index.keys }
    }

    private func add(_ found: UpgradeQuestions.Rows, _ place: String, to sum: inout UpgradeQuestions.Rows) {
        if found.count == 0 { return }
        sum.count += found.count
        sum.examples.append("\(place): \(found.count)")
    }

    /// What the migrations add and somebody else has added before.
    func clashes() -> UpgradeFinding {
        let columns = schema.extras.columns.filter { name in
            let parts = name.split(separator: ".").map(String.init)
            return then.relation(parts[0])?.column(parts[1]) != nil
        }
        let tables = schema.extras.tables.filter { then.relation($0) != nil }
        let all = tables + columns
        if all.isEmpty {
            return UpgradeFinding(.clashes, .ok, schema.extras.inWords.map { .extras($0) } ?? .plain)
        }
        return UpgradeFinding(.clashes, .problem, rows: Int64(all.count), examples: all)
    }

    /// - Parameter state: when there are any.
    func finding(
        _ name: UpgradeFinding.Name, _ state: UpgradeFinding.State, _ rows: UpgradeQuestions.Rows
    ) -> UpgradeFinding {
        if rows.count == 0 { return UpgradeFinding(name, .ok, rows: 0) }
        return UpgradeFinding(name, state, rows: rows.count, examples: rows.examples)
    }
}
