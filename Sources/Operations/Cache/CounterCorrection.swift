import Model
import Stores

/// Counts anew what the server keeps counters of, and writes those that are wrong.
package struct CounterCorrection: Operation {
    private let kind: CountedKind
    private let leavesMissing: Bool

    package init(_ kind: CountedKind, leavesMissing: Bool) {
        self.kind = kind
        self.leavesMissing = leavesMissing
    }

    package var card: Card {
        Card(
            "cache recount", of: "\(kind.noun) counters", "corrected", lock: .shared("cache recount \(kind.rawValue)"),
            tables: ["accounts", "account_stats", "follows", "statuses", "status_stats", "favourites"])
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<CounterRow> {
        let counters = Counters(of: kind, leavesMissing: leavesMissing, schema: site.instance.schema)
        let count = try await site.database.read { try await counters.count(over: $0) }
        let batches = Batches<CounterRow> {
            var next: Int64? = .min
            return {
                guard let after = next else { return nil }
                let page = try await site.database.read { try await counters.page(after: after, over: $0) }
                next = page.last
                if page.visited == 0 { return nil }
                return Batch(page.wrong.map(CounterRow.init), visited: page.visited)
            }
        }
        return Prepared(Survey(count: count), batches) { rows, site in
            let changed = try await site.recount(rows.map(\.id), by: counters)
            return Outcome(changed: changed, skipped: rows.count - changed)
        }
    }
}

/// An account or a post whose counters are wrong.
package struct CounterRow: WorkItem {
    package let id: Int64
    package var label: String? { "\(id)" }
}

extension CountedKind {
    fileprivate var noun: String { self == .accounts ? "account" : "post" }
}
