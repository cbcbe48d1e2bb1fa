import Faults
import Model
import Stores

/// Takes entries off one of the server's sign-up lists.
package struct SignUpListRemoval<List: SignUpList>: Operation {
    private let name: String
    private let lane: Lane
    private let list: List
    private let keys: [List.Key]
    private let refused: [ItemNote]
    private let auditing: Auditing

    /// - Parameters:
    ///   - name: the command's words.
    ///   - refused: what was asked for and cannot be; told, and part of the report.
    package init(
        _ name: String, from list: List = List(), _ keys: [List.Key], refused: [ItemNote] = [],
        auditing: Auditing, lane: Lane = .direct
    ) {
        self.name = name
        self.lane = lane
        self.list = list
        var seen: Set<String> = []
        self.keys = keys.filter { seen.insert(list.label(of: $0).lowercased()).inserted }
        self.refused = refused
        self.auditing = auditing
    }

    package var card: Card {
        Card(name, of: list.noun, lane: lane, tables: auditing.tables.union([list.table]), namesItems: true)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Item> {
        try list.check([], site.instance.schema)
        try await site.requireAuditing(auditing, by: lane, list.adminRoutes)
        let survey = Survey(count: nil, foreseen: [.list(.refused(refused))])
        let batches = Batches<Item> { [list, keys] in
            var rest = keys.chunks(of: blocksInBatch)[...]
            var seen: Set<Int64> = []
            var waiting: [Batch<Item>] = []
            return {
                while waiting.isEmpty {
                    guard let some = rest.popFirst() else { return nil }
                    let found = try await site.database.read { try await list.found(some, over: $0) }
                    waiting = Self.batches(of: found.rows.filter { seen.insert($0.id).inserted }, found.unknown)
                }
                return waiting.removeFirst()
            }
        }
        return Prepared(survey, batches) { items, site in
            let rows = items.map(\.row)
            return lane == .api ? try await ask(rows, at: site) : try await write(rows, at: site)
        }.finish { report, _ in report.add(refused) }.acting(as: auditing.name)
    }

    /// In pieces of one transaction each, for a key may name many rows; what names none is told with the first.
    private static func batches(of rows: [RecordRow], _ unknown: [String]) -> [Batch<Item>] {
        var tally = Tally()
        tally.note(.notBlocked, unknown)
        var pieces = rows.map(Item.init).chunks(of: blocksInBatch)
        let first = pieces.isEmpty ? [] : pieces.removeFirst()
        return [Batch(first, visited: first.count + unknown.count, tally)] + pieces.map { Batch($0) }
    }

    private func ask(_ rows: [RecordRow], at site: Site<ReadWrite>) async throws -> Outcome {
        try await AdminCalls(site).each(rows, named: \.label) { client, row in
            do {
                try await list.remove(row.id, by: client)
                return .made
            } catch let fault as Fault where fault.kind == .noSuch {
                // A mail server goes with the domain it belongs to.
                return .unneeded
            }
        }
    }

    private func write(_ rows: [RecordRow], at site: Site<ReadWrite>) async throws -> Outcome {
        let deletion = try await site.change { connection in
            let deletion = try await list.remove(rows.map(\.id), over: connection)
            if let moderator = try await auditing.moderator(over: connection) {
                try await connection.auditLog.record("destroy", list.model, deletion.removed, by: moderator.id)
            }
            var aftermath = Aftermath()
            if !deletion.removed.isEmpty { list.staleKeys.forEach { aftermath.forget($0) } }
            return (deletion, aftermath)
        }
        var outcome = Outcome(changed: deletion.removed.count, skipped: rows.count - deletion.removed.count)
        outcome.note(.mailServers, deletion.dependents)
        return outcome
    }

    package struct Item: WorkItem {
        var row: RecordRow

        package var label: String? { row.label }
    }
}
