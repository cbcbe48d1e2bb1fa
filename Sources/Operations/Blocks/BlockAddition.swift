import Faults
import Model
import Stores

/// Puts blocks on one of the server's lists.
package struct BlockAddition<List: BlockList>: Operation {
    package let name: String
    package let lane: Lane
    package var risk: Risk { .mild }
    package var deed: String { overwrites ? "added or changed" : "added" }
    package var namesItems: Bool { true }
    package var moderator: String? { auditing.name }
    package var tables: Set<String> { auditing.tables.union([list.table]) }

    private let list: List
    private let requests: [List.Request]
    private let refused: [ItemFailure]
    private let overwrites: Bool
    private let auditing: Auditing

    /// - Parameters:
    ///   - name: the command's words.
    ///   - requests: what is asked for twice is done once.
    ///   - refused: what was asked for and cannot be; told, and part of the report.
    ///   - overwrites: whether blocks that are there already become as asked for, or stay as they are.
    package init(
        _ name: String, to list: List, _ requests: [List.Request], refused: [ItemFailure] = [],
        overwrites: Bool = false, auditing: Auditing, lane: Lane = .direct
    ) {
        self.name = name
        self.lane = lane
        self.list = list
        var seen: Set<String> = []
        self.requests = requests.filter { seen.insert(list.label(of: $0).lowercased()).inserted }
        self.refused = refused
        self.overwrites = overwrites
        self.auditing = auditing
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        try list.check(requests, site.instance.schema)
        if lane == .api {
            _ = try await site.requireAdmin(list.adminRoutes, as: auditing.name)
        } else {
            _ = try await site.database.read { try await auditing.moderator(over: $0) }
        }
        return Survey(
            count: requests.count, warnings: refused.map { "\($0.item): \($0.reason)" }, noun: list.noun)
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<Batch> {
        Steps {
            var rest = requests[...]
            return {
                if rest.isEmpty { return nil }
                let some = Array(rest.prefix(blocksInBatch))
                rest = rest.dropFirst(some.count)
                let present = try await site.database.read { try await list.present(some, over: $0) }
                let missing = some.filter { overwrites || !present.contains(list.label(of: $0)) }
                let known = some.map(list.label).filter(present.contains)
                let requests = await list.completed(missing) { site.warnings.warn($0) }
                return Batch(
                    requests: requests, labels: requests.map(list.label), known: known,
                    figure: overwrites ? "overwritten" : "already_blocked", visited: some.count)
            }
        }
    }

    package func perform(_ step: Batch, at site: Site<ReadWrite>) async throws -> Outcome {
        if step.requests.isEmpty { return Outcome() }
        if lane == .api {
            return try await AdminCalls(site).each(step.requests, named: list.label) { client, request in
                try await list.add(request, by: client)
                return .made
            }
        }
        let schema = site.instance.schema
        let writing = try await site.change { connection in
            let writing = try await list.put(step.requests, overwriting: overwrites, schema, over: connection)
            if let moderator = try await auditing.moderator(over: connection) {
                try await AuditLog.record(
                    "create", list.model, writing.added + writing.dependents, by: moderator.id, over: connection)
                try await AuditLog.record(
                    "update", list.model, writing.updated, by: moderator.id, over: connection)
            }
            var aftermath = Aftermath()
            list.staleKeys.forEach { aftermath.forget($0) }
            return (writing, aftermath)
        }
        // What is to be overwritten and is as wished already counts as done.
        let changed = overwrites ? step.requests.count : writing.added.count
        var outcome = Outcome(
            changed: changed, skipped: step.requests.count - changed,
            failures: writing.refused.map { ItemFailure(item: $0, reason: "the server takes no such domain") })
        if !writing.dependents.isEmpty { outcome.details["mail_servers"] = Int64(writing.dependents.count) }
        return outcome
    }

    package func finish(_ report: inout Report, at site: Site<ReadWrite>) async throws {
        report.add(refused)
    }

    package struct Batch: OperationStep {
        var requests: [List.Request]
        package var labels: [String]
        /// Those that have a row already.
        var known: [String]
        var figure: String
        package var visited: Int

        package var count: Int { requests.count }
        package var details: [String: Int64] { known.isEmpty ? [:] : [figure: Int64(known.count)] }
        package var examples: [String: [String]] { known.isEmpty ? [:] : [figure: Array(known.prefix(3))] }

        package func prefix(_ count: Int) -> Self {
            var part = self
            part.requests = Array(requests.prefix(count))
            part.labels = Array(labels.prefix(count))
            return part
        }

        package func dropFirst(_ count: Int) -> Self {
            Batch(
                requests: Array(requests.dropFirst(count)), labels: Array(labels.dropFirst(count)), known: [],
                figure: figure, visited: 0)
        }
    }
}

/// Rows in one transaction.
let blocksInBatch = 500
