import Faults
import Model
import Stores

/// Puts entries on one of the server's sign-up lists.
package struct SignUpListAddition<List: SignUpList>: Operation {
    private let name: String
    private let lane: Lane
    private let list: List
    private let requests: [List.Request]
    private let refused: [ItemNote]
    private let unread: UnreadLines
    private let overwrites: Bool
    private let allowsLockout: Bool
    private let auditing: Auditing

    /// - Parameters:
    ///   - name: the command's words.
    ///   - requests: what is asked for twice is done once.
    ///   - refused: what was asked for and cannot be; told, and part of the report.
    ///   - unread: lines of a list that are left out, told one by one.
    ///   - overwrites: whether blocks that are there already become as asked for, or stay as they are.
    ///   - allowsLockout: whether blocks may shut out everybody, moderators or the server itself.
    package init(
        _ name: String, to list: List = List(), _ requests: [List.Request], refused: [ItemNote] = [],
        unread: UnreadLines = UnreadLines(), overwrites: Bool = false, allowsLockout: Bool = false,
        auditing: Auditing, lane: Lane = .direct
    ) {
        self.name = name
        self.lane = lane
        self.list = list
        var seen: Set<String> = []
        self.requests = requests.filter { seen.insert(list.label(of: $0).lowercased()).inserted }
        self.refused = refused
        self.unread = unread
        self.overwrites = overwrites
        self.allowsLockout = allowsLockout
        self.auditing = auditing
    }

    package var card: Card {
        Card(
            name, of: list.noun, overwrites ? "added or changed" : "added", lane: lane,
            tables: auditing.tables.union([list.table]), namesItems: true)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Item> {
        try list.check(requests, site.instance.schema)
        try await site.requireAuditing(auditing, by: lane, list.adminRoutes)
        let dangers = try await site.database.read { try await list.dangers(of: requests, over: $0) }
        try require(dangers)
        let survey = Survey(
            count: requests.count,
            foreseen: [.list(.refused(refused)), .list(.unread(unread)), .list(.dangers(dangers))])
        let batches = Batches { [self] in
            var rest = requests.chunks(of: blocksInBatch)[...]
            var leftOut: Batch<Item>? = unread.count > 0 ? Batch([], tallyOfUnread) : nil
            return {
                if let batch = leftOut.take() { return batch }
                return try await rest.popFirst().asyncMap { try await batch($0, at: site) }
            }
        }
        return Prepared(survey, batches) { items, site in
            lane == .api ? try await ask(items, at: site) : try await write(items, at: site)
        }.finish { report, _ in report.add(refused) }.acting(as: auditing.name)
    }

    /// - Throws: `Fault(.denied)` for blocks that shut out whom they should not, unless that is allowed in so many words.
    private func require(_ dangers: [String]) throws {
        guard !dangers.isEmpty, !allowsLockout else { return }
        let told = 20
        let more = dangers.count > told ? ["and \(dangers.count - told) more"] : []
        throw Fault(
            .denied, "these blocks would shut out more than strangers",
            notes: dangers.prefix(told) + more + ["nothing was changed"],
            help: "take those ranges out, or block them all the same with --allow-lockout")
    }

    private var tallyOfUnread: Tally {
        var tally = Tally(visited: unread.count)
        tally.note(.unreadableLines, count: unread.count)
        tally.passed = unread.first.map { ItemNote("line \($0.line)", $0.reason) }
        return tally
    }

    private func batch(_ some: [List.Request], at site: Site<ReadOnly>) async throws -> Batch<Item> {
        let present = try await site.database.read { try await list.present(some, over: $0) }
        let missing = some.filter { overwrites || !present.contains(list.label(of: $0)) }
        let requests = await list.completed(missing) { site.warnings.warn($0) }
        var tally = Tally()
        tally.note(overwrites ? .overwritten : .alreadyBlocked, some.map(list.label).filter(present.contains))
        return Batch(requests.map { Item(request: $0, name: list.label(of: $0)) }, visited: some.count, tally)
    }

    private func ask(_ items: [Item], at site: Site<ReadWrite>) async throws -> Outcome {
        try await AdminCalls(site).each(items, named: \.name) { client, item in
            try await list.add(item.request, by: client)
            return .made
        }
    }

    private func write(_ items: [Item], at site: Site<ReadWrite>) async throws -> Outcome {
        let schema = site.instance.schema
        let writing = try await site.change { connection in
            let writing = try await list.put(
                items.map(\.request), overwriting: overwrites, schema, over: connection)
            if let moderator = try await auditing.moderator(over: connection) {
                try await connection.auditLog.record(
                    "create", list.model, writing.added + writing.dependents, by: moderator.id)
                try await connection.auditLog.record(
                    "update", list.model, writing.updated, by: moderator.id)
            }
            var aftermath = Aftermath()
            list.staleKeys.forEach { aftermath.forget($0) }
            return (writing, aftermath)
        }
        // What is to be overwritten and is as wished already counts as done.
        let changed = overwrites ? items.count : writing.added.count
        var outcome = Outcome(
            changed: changed, skipped: items.count - changed,
            failures: writing.refused.map { ItemNote($0, "the server takes no such domain") })
        outcome.note(.mailServers, writing.dependents.count)
        return outcome
    }

    package struct Item: WorkItem {
        var request: List.Request
        var name: String

        package var label: String? { name }
    }
}

/// Rows in one transaction.
let blocksInBatch = 500

extension Optional {
    /// As `map`, with a body that waits.
    func asyncMap<Value>(_ body: (Wrapped) async throws -> Value) async rethrows -> Value? {
        guard let self else { return nil }
        return try await body(self)
    }
}
