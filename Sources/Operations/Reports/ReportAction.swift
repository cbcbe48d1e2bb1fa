import Faults
import Model
import Stores

/// Assigns reports, resolves them, or takes that back.
///
/// A report that is so already is acted on again, as by the server's own pages: the log says who did it last. One of a
/// plan must be as the plan saw it.
package struct ReportAction: Operation {
    package let verb: ReportChange.Verb
    let source: Source
    let acting: ActingModerator

    package let lane: Lane

    package enum Source: Sendable {
        case ids([Int64])
        case plan(Plan)
    }

    /// - Parameter moderator: on whose behalf; nil for the first owner, in the lane api for the token's.
    package init(_ verb: ReportChange.Verb, _ source: Source, on moderator: String?, lane: Lane = .direct) {
        self.verb = verb
        self.source = source
        self.lane = lane
        acting = ActingModerator(moderator, by: lane == .api ? [Self.route(of: verb)] : [])
    }

    private static func route(of verb: ReportChange.Verb) -> AdminAPI.Route {
        switch verb {
        case .assign: .reportAssignment
        case .unassign: .reportUnassignment
        case .resolve: .reportResolution
        case .reopen: .reportReopening
        }
    }

    package var name: String { "reports \(verb.rawValue)" }
    package var risk: Risk { .mild }
    package var namesItems: Bool { true }
    package var moderator: String? { acting.handle }
    package var tables: Set<String> { ["reports", "admin_action_logs"] }
    package var deed: String {
        switch verb {
        case .assign: "assigned to \(acting.handle ?? "the moderator")"
        case .unassign: "assigned to nobody"
        case .resolve: "resolved"
        case .reopen: "reopened"
        }
    }

    /// - Throws: `Fault(.noSuch)` for reports there are not, `Fault(.denied)` for a moderator who may not.
    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        let moderator = try await acting.powers(at: site)
        guard moderator.can(.manageReports) else {
            throw Fault(
                .denied, "\(moderator.account.handle): \(AccountRefusal.lacks(.manageReports).inWords)",
                help: "give --as the name of another moderator")
        }
        guard case .ids(let ids) = source else {
            if case .plan(let plan) = source { return plan.survey(at: site) }
            return Survey(count: 0, noun: "reports")
        }
        let found = try await states(of: ids, at: site)
        guard let missing = ids.first(where: { found[$0] == nil }) else {
            return Survey(count: found.count, noun: "reports")
        }
        throw Fault(
            .noSuch, "there is no report \(missing)", notes: ["nothing was changed"],
            help: "try `mastoctl reports list`")
    }

    private func states<Mode: Access>(of ids: [Int64], at site: Site<Mode>) async throws -> [Int64: ReportState] {
        let verb = verb
        return try await site.database.read { try await ReportChange.states(of: ids, for: verb, over: $0) }
    }

    private static let batch = 100

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<Reports> {
        switch source {
        case .plan(let plan): return plan.steps(of: Self.batch) { try Reports(planned: $0) }
        case .ids(let ids):
            var seen: Set<Int64> = []
            let unique = ids.filter { seen.insert($0).inserted }
            let states = try await states(of: unique, at: site)
            let items = unique.compactMap { id in states[id].map { Reports.Item(id: id, seen: $0.json) } }
            return Steps(
                stride(from: 0, to: items.count, by: Self.batch).map {
                    Reports(items: Array(items[$0..<min($0 + Self.batch, items.count)]))
                })
        }
    }

    package func perform(_ step: Reports, at site: Site<ReadWrite>) async throws -> Outcome {
        let ids = step.items.map(\.id)
        if lane == .api {
            let (fit, skips) = step.sorted(try await states(of: ids, at: site))
            var outcome = try await ask(fit, at: site)
            outcome.skipped += skips.count
            outcome.skips += skips
            return outcome
        }
        let (verb, moderator) = (verb, try await acting.powers(at: site))
        return try await site.change { connection in
            let states = try await ReportChange.states(of: ids, for: verb, holding: true, over: connection)
            let (fit, skips) = step.sorted(states)
            var outcome = Outcome(changed: fit.count, skipped: skips.count)
            outcome.skips = skips
            let change = ReportChange(verb, by: moderator.account.id)
            return (outcome, try await change.carryOut(on: fit, over: connection))
        }
    }

    /// The lane `api`: the server does it all, on behalf of the token's owner.
    private func ask(_ ids: [Int64], at site: Site<ReadWrite>) async throws -> Outcome {
        try await AdminCalls(site).each(ids, named: { "report \($0)" }) { client, id in
            switch verb {
            case .assign: _ = try await client.assignReport(id)
            case .unassign: _ = try await client.unassignReport(id)
            case .resolve: _ = try await client.resolveReport(id)
            case .reopen: _ = try await client.reopenReport(id)
            }
            return .made
        }
    }
}
