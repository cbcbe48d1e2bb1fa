import Faults
import Model
import Stores

/// Changes rows of one of the server's small tables, on behalf of a moderator.
package struct RecordChange: Operation {
    private let deed: any RecordDeed
    /// On whose behalf; nil for the first owner, in the lane api for the token's.
    package var moderator: String?
    package var lane: Lane

    package init(_ deed: some RecordDeed) {
        self.deed = deed
        lane = deed.worker == nil ? .direct : .jobs
    }

    /// The ways it can go: the rows and what follows them are all there is to it.
    package var lanes: [Lane] { (deed.routes.isEmpty ? [] : [.api]) + [deed.worker == nil ? .direct : .jobs] }

    package var card: Card {
        Card(
            deed.name, of: deed.noun, deed.done, risk: deed.asks ? .moderate : .mild, lane: lane,
            tables: deed.tables.union(["admin_action_logs"]), namesItems: true)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Item> {
        let powers = try await site.powers(of: moderator, by: lane, deed.routes)
        if let lacking = deed.permissions.first(where: { !powers.can($0) }) {
            throw Fault(
                .denied, "\(powers.account.handle): \(AccountRefusal.lacks(lacking).inWords)",
                help: "give --as the name of another moderator")
        }
        let instance = site.instance
        let rows = try await site.database.read { try await deed.rows(on: instance, over: $0) }
        var survey = Survey(count: rows.count)
        if let worker = deed.worker, lane == .jobs, !(try await site.jobs.processes().serve(worker.queue)) {
            survey.foreseen.append(.noWorker(worker))
        }
        return Prepared(survey, Batches(of: rows.map(Item.init), by: 100)) { items, site in
            let rows = items.map(\.row)
            return lane == .api ? try await ask(rows, at: site) : try await change(rows, by: powers.account, at: site)
        }.acting(as: powers.account.handle)
    }

    private func ask(_ rows: [RecordRow], at site: Site<ReadWrite>) async throws -> Outcome {
        try await AdminCalls(site).each(rows, named: \.label) { client, row in
            try await deed.ask(client, for: row)
            return .made
        }
    }

    private func change(
        _ rows: [RecordRow], by moderator: AccountReference, at site: Site<ReadWrite>
    ) async throws -> Outcome {
        let instance = site.instance
        let done = try await site.change { connection in
            let done = try await deed.carryOut(on: rows, by: moderator, on: instance, over: connection)
            return (done, done.aftermath)
        }
        var outcome = Outcome(changed: done.changed, skipped: rows.count - done.changed)
        outcome.facts[.id] = done.id.map { "\($0)" }
        outcome.facts[.secret] = done.secret
        return outcome
    }

    package struct Item: WorkItem {
        var row: RecordRow

        package var label: String? { row.label }
    }
}
