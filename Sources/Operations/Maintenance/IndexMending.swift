import Faults
import Model
import Stores

/// Makes the indexes of the server's release that are missing, broken off or damaged here.
package struct IndexMending: Operation {
    private let checks: Bool

    /// - Parameter checks: whether the order of indexes over text is compared with their rows, which reads them whole.
    package init(checks: Bool) {
        self.checks = checks
    }

    package var card: Card {
        Card("maintenance indexes", of: "indexes", "made", tables: ["accounts", "statuses"], namesItems: true)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<FlawedIndex> {
        let schema = site.instance.schema
        guard let release = schema.release else {
            throw Fault(
                .configuration,
                "which indexes there should be is not known: schema version \(schema.version) is "
                    + schema.releaseInWords, notes: [schema.whatItMayBe])
        }
        let states = IndexStates(release, schema: schema)
        var flaws = try await site.database.read { try await states.flaws(over: $0) }
        if checks { flaws += try await damaged(states, at: site) }
        // One after the other: each reads its whole table.
        return Prepared(
            Survey(count: flaws.count), Batches(of: flaws, by: 1, isAlone: true)
        ) { indexes, site in
            for index in indexes { try await site.mend(index) }
            return Outcome(changed: indexes.count)
        }
    }

    private func damaged(_ states: IndexStates, at site: Site<ReadOnly>) async throws -> [FlawedIndex] {
        guard try await site.mayCheckIndexes() else {
            throw Fault(
                .configuration, "--check needs PostgreSQL's extension amcheck in this database",
                help: "as a superuser: create extension amcheck")
        }
        var damaged: [FlawedIndex] = []
        for (table, index) in try await site.database.read({ try await states.overText(over: $0) }) {
            if try await site.isInOrder(index.name) { continue }
            damaged.append(FlawedIndex(table: table, index: index, flaw: .damaged))
        }
        return damaged
    }
}

extension FlawedIndex: WorkItem {
    package var label: String? { "\(index.name) of \(table), \(flaw.rawValue)" }
}
