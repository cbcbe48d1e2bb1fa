import Faults
import Model
import Stores

/// Assigns reports, resolves them, or takes that back.
///
/// A report that is so already is acted on again, as by the server's own pages: the log says who did it last. One of a
/// plan must be as the plan saw it.
package struct ReportAction: Plannable {
    package let verb: ReportVerb
    package let lane: Lane
    let ids: [Int64]
    let moderator: String?

    /// - Parameter moderator: on whose behalf; nil for the first owner, in the lane api for the token's.
    package init(_ verb: ReportVerb, _ ids: [Int64] = [], on moderator: String?, lane: Lane = .direct) {
        self.verb = verb
        self.ids = ids
        self.moderator = moderator
        self.lane = lane
    }

    /// What a plan's parameters come to.
    package init(_ verb: ReportVerb, planned parameters: JSONValue, lane: Lane) {
        self.init(verb, on: parameters["moderator"]?.string, lane: lane)
    }

    package static let lanes = [Lane.api, .direct]
    package static let batch = 100
    package var work: PlannedWork { .report(verb) }
    package var parameters: JSONValue { .object([.init("moderator", moderator.map { .string($0) } ?? .null)]) }

    package var card: Card {
        Card(work.code, of: "reports", deed, lane: lane, tables: ["reports", "admin_action_logs"], namesItems: true)
    }

    private var deed: String {
        switch verb {
        case .assign: "assigned to the moderator"
        case .unassign: "assigned to nobody"
        case .resolve: "resolved"
        case .reopen: "reopened"
        }
    }

    /// - Throws: `Fault(.noSuch)` for reports there are not, `Fault(.denied)` for a moderator who may not.
    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Item> {
        let moderator = try await acting(at: site)
        var seen: Set<Int64> = []
        let unique = ids.filter { seen.insert($0).inserted }
        let states = try await site.database.read { try await ReportChange.states(of: unique, for: verb, over: $0) }
        let items = try unique.map { id in
            guard let state = states[id] else {
                throw Fault(
                    .noSuch, "there is no report \(id)", notes: ["nothing was changed"],
                    help: "try `mastoctl reports list`")
            }
            return Item(id: id, seen: state.json)
        }
        return prepared(Survey(count: items.count), Batches(of: items, by: Self.batch), moderator)
    }

    package func prepare(_ plan: Plan, at site: Site<ReadOnly>) async throws -> Prepared<Item> {
        let moderator = try await acting(at: site)
        return prepared(plan.survey(at: site), plan.batches(of: Self.batch), moderator)
    }

    private func acting(at site: Site<ReadOnly>) async throws -> ModeratorPowers {
        let powers = try await site.powers(of: moderator, by: lane, [route])
        guard powers.can(.manageReports) else {
            throw Fault(
                .denied, "\(powers.account.handle): \(AccountRefusal.lacks(.manageReports).inWords)",
                help: "give --as the name of another moderator")
        }
        return powers
    }

    private func prepared(
        _ survey: Survey, _ batches: Batches<Item>, _ moderator: ModeratorPowers
    ) -> Prepared<Item> {
        var prepared = Prepared(survey, batches) { items, site in
            lane == .api
                ? try await ask(items, at: site) : try await change(items, by: moderator.account.id, at: site)
        }
        prepared.moderator = moderator.account.handle
        if verb == .assign { prepared.deed = "assigned to \(moderator.account.handle)" }
        return prepared
    }

    private func change(_ items: [Item], by moderator: Int64, at site: Site<ReadWrite>) async throws -> Outcome {
        try await site.change { connection in
            let states = try await ReportChange.heldStates(
                of: items.map(\.id), for: verb, over: connection)
            let (fit, skips) = Self.sort(items, states)
            var outcome = Outcome(changed: fit.count)
            outcome.skip(skips)
            return (outcome, try await ReportChange(verb, by: moderator).carryOut(on: fit, over: connection))
        }
    }

    /// The lane `api`: the server does it all, on behalf of the token's owner.
    private func ask(_ items: [Item], at site: Site<ReadWrite>) async throws -> Outcome {
        let ids = items.map(\.id)
        let states = try await site.database.read { try await ReportChange.states(of: ids, for: verb, over: $0) }
        let (fit, skips) = Self.sort(items, states)
        var outcome = try await AdminCalls(site).each(fit, named: { "report \($0)" }) { client, id in
            switch verb {
            case .assign: _ = try await client.assignReport(id)
            case .unassign: _ = try await client.unassignReport(id)
            case .resolve: _ = try await client.resolveReport(id)
            case .reopen: _ = try await client.reopenReport(id)
            }
            return .made
        }
        outcome.skip(skips)
        return outcome
    }

    private var route: AdminAPI.Route {
        switch verb {
        case .assign: .reportAssignment
        case .unassign: .reportUnassignment
        case .resolve: .reportResolution
        case .reopen: .reportReopening
        }
    }

    /// Those that are still as they were seen, and why the others are left alone.
    private static func sort(_ items: [Item], _ states: [Int64: ReportState]) -> (fit: [Int64], skips: [ItemNote]) {
        var fit: [Int64] = []
        var skips: [ItemNote] = []
        for item in items {
            if let state = states[item.id], state.json == item.seen {
                fit.append(item.id)
            } else {
                skips.append(
                    ItemNote(item.name, states[item.id].map { "is \($0.inWords) meanwhile" } ?? "is gone"))
            }
        }
        return (fit, skips)
    }

    /// A report, and the state it was seen in.
    package struct Item: PlannableItem, Equatable {
        package var id: Int64
        package var seen: JSONValue

        var name: String { "report \(id)" }
        package var label: String? { name }
        package var planned: PlanItem { PlanItem(id: id, name: name, seen: seen) }

        init(id: Int64, seen: JSONValue) {
            self.id = id
            self.seen = seen
        }

        package init(planned: PlanItem) throws {
            guard let id = planned.id else { throw Fault(.badData, "the plan names \(planned.name) without an id") }
            self.init(id: id, seen: planned.seen)
        }
    }
}
