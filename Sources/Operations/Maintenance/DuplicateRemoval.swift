import Faults
import Model
import Stores

/// Makes one of rows that a unique index should have kept from being there more than once, and the index with them.
package struct DuplicateRemoval: Operation {
    /// Groups merged in one step, each in a transaction of its own.
    private static let batch = 50

    package init() {}

    package var card: Card {
        Card(
            "maintenance fix-duplicates", of: "groups of rows", "merged", risk: .severe(name: "fix-duplicates"),
            tables: ["accounts", "users", "statuses", "conversations", "tags", "custom_emojis", "preview_cards"],
            touchesFiles: true, namesItems: true)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Item> {
        let schema = site.instance.schema
        guard let release = schema.release else {
            throw Fault(
                .configuration,
                "which rows are there once is not known: schema version \(schema.version) is \(schema.releaseInWords)",
                notes: [schema.whatItMayBe])
        }
        let search = DuplicateSearch(release, schema: schema)
        let flaws = try await site.database.read {
            try await IndexStates(release, schema: schema).flaws(over: $0)
        }
        let batches = Batches<Item> {
            var places = search.places[...]
            var found: [DuplicateGroup] = []
            var last: FlawedIndex?
            return {
                while true {
                    if !found.isEmpty {
                        let some = Array(found.prefix(Self.batch))
                        found.removeFirst(some.count)
                        return Batch(some.map(Item.group), visited: 0, isAlone: true)
                    }
                    if let index = last {
                        last = nil
                        return Batch([.index(index)], visited: 0, isAlone: true)
                    }
                    guard let place = places.popFirst() else { return nil }
                    found = try await site.database.read { try await search.groups(at: place, over: $0) }
                    let flaw = search.flaw(at: place, among: flaws)
                    last = found.isEmpty && flaw.flaw == .damaged ? nil : flaw
                    if found.isEmpty, last == nil { return Batch([], visited: 1) }
                }
            }
        }
        return Prepared(Survey(count: nil), batches) { items, site in
            try await Self.requireRest(at: site)
            return try await Self.perform(items, release, at: site)
        }.finish { report, site in
            if report.changed > 0 { try await site.settleAfterMerging() }
        }
    }

    /// The server would go on using rows that are to go.
    private static func requireRest(at site: Site<ReadWrite>) async throws {
        guard try await site.jobs.processes().isEmpty else {
            throw Fault(
                .busy, "the server's Sidekiq is running",
                help: "stop the whole server first, and make a backup; a dry run may be made beside it")
        }
    }

    private static func perform(
        _ items: [Item], _ release: MastodonRelease, at site: Site<ReadWrite>
    ) async throws -> Outcome {
        var outcome = Outcome()
        for item in items {
            switch item {
            case .group(let group):
                let (count, files) = try await site.merge(group, release: release)
                outcome.changed += count > 0 ? 1 : 0
                outcome.skipped += count > 0 ? 0 : 1
                outcome.note(.rowsMerged, count)
                outcome.add(files)
            case .index(let index):
                try await site.mend(index)
                outcome.note(.indexes, 1)
            }
        }
        return outcome
    }

    /// Rows that are one, or the index that is to keep them so.
    package enum Item: WorkItem {
        case group(DuplicateGroup)
        case index(FlawedIndex)

        package var weight: Int { if case .group = self { 1 } else { 0 } }

        package var label: String? {
            switch self {
            case .group(let group):
                "\(group.table) \(group.value): \(group.ids.map { "\($0)" }.joined(separator: ", "))"
            case .index: nil
            }
        }
    }
}
