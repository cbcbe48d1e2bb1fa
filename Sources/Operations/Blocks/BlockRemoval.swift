import Faults
import Model
import Stores

/// Takes blocks off one of the server's lists.
package struct BlockRemoval<List: BlockList>: Operation {
    package let name: String
    package let lane: Lane
    package var risk: Risk { .mild }
    package var namesItems: Bool { true }
    package var moderator: String? { auditing.name }
    package var tables: Set<String> { auditing.tables.union([list.table]) }

    private let list: List
    private let keys: [List.Key]
    private let refused: [ItemFailure]
    private let auditing: Auditing

    /// - Parameters:
    ///   - name: the command's words.
    ///   - refused: what was asked for and cannot be; told, and part of the report.
    package init(
        _ name: String, from list: List, _ keys: [List.Key], refused: [ItemFailure] = [], auditing: Auditing,
        lane: Lane = .direct
    ) {
        self.name = name
        self.lane = lane
        self.list = list
        var seen: Set<String> = []
        self.keys = keys.filter { seen.insert(list.label(of: $0).lowercased()).inserted }
        self.refused = refused
        self.auditing = auditing
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        try list.check([], site.instance.schema)
        if lane == .api {
            _ = try await site.requireAdmin(list.adminRoutes, as: auditing.name)
        } else {
            _ = try await site.database.read { try await auditing.moderator(over: $0) }
        }
        return Survey(count: nil, warnings: refused.map { "\($0.item): \($0.reason)" }, noun: list.noun)
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<Batch> {
        Steps {
            var rest = keys[...]
            var seen: Set<Int64> = []
            var waiting: [Batch] = []
            return {
                while waiting.isEmpty {
                    if rest.isEmpty { return nil }
                    let some = Array(rest.prefix(blocksInBatch))
                    rest = rest.dropFirst(some.count)
                    let found = try await site.database.read { try await list.found(some, over: $0) }
                    let rows = found.rows.filter { seen.insert($0.id).inserted }
                    waiting = Batch.all(of: rows, unknown: found.unknown)
                }
                return waiting.removeFirst()
            }
        }
    }

    package func perform(_ step: Batch, at site: Site<ReadWrite>) async throws -> Outcome {
        if step.rows.isEmpty { return Outcome() }
        if lane == .api {
            return try await AdminCalls(site).each(step.rows, named: \.label) { client, row in
                do {
                    try await list.remove(row.id, by: client)
                    return .made
                } catch let fault as Fault where fault.kind == .noSuch {
                    // A mail server goes with the domain it belongs to.
                    return .unneeded
                }
            }
        }
        let deletion = try await site.change { connection in
            let deletion = try await list.remove(step.rows.map(\.id), over: connection)
            if let moderator = try await auditing.moderator(over: connection) {
                try await AuditLog.record(
                    "destroy", list.model, deletion.removed, by: moderator.id, over: connection)
            }
            var aftermath = Aftermath()
            if !deletion.removed.isEmpty { list.staleKeys.forEach { aftermath.forget($0) } }
            return (deletion, aftermath)
        }
        var outcome = Outcome(
            changed: deletion.removed.count, skipped: step.rows.count - deletion.removed.count)
        if deletion.dependents > 0 { outcome.details["mail_servers"] = Int64(deletion.dependents) }
        return outcome
    }

    package func finish(_ report: inout Report, at site: Site<ReadWrite>) async throws {
        report.add(refused)
    }

    package struct Batch: OperationStep {
        var rows: [BlockRow]
        /// Keys that name no row.
        var unknown: [String]

        package var count: Int { rows.count }
        package var visited: Int { rows.count + unknown.count }
        package var labels: [String] { rows.map(\.label) }
        package var details: [String: Int64] { unknown.isEmpty ? [:] : ["not_blocked": Int64(unknown.count)] }
        package var examples: [String: [String]] { unknown.isEmpty ? [:] : ["not_blocked": Array(unknown.prefix(3))] }

        package func prefix(_ count: Int) -> Self { Batch(rows: Array(rows.prefix(count)), unknown: unknown) }
        package func dropFirst(_ count: Int) -> Self { Batch(rows: Array(rows.dropFirst(count)), unknown: []) }

        /// In pieces of one transaction each; what names no row is told with the first.
        static func all(of rows: [BlockRow], unknown: [String]) -> [Batch] {
            var batches = [Batch(rows: Array(rows.prefix(blocksInBatch)), unknown: unknown)]
            for start in stride(from: blocksInBatch, to: rows.count, by: blocksInBatch) {
                batches.append(Batch(rows: Array(rows[start..<min(start + blocksInBatch, rows.count)]), unknown: []))
            }
            return batches
        }
    }
}
