import Faults
import Model
import Stores

/// Assigns reports, resolves them, or takes that back.
///
/// A report that is so already is acted on again, as by the server's own pages: the log says who did it last.
package struct ReportAction: Operation {
    package let verb: ReportChange.Verb
    let ids: [Int64]
    let acting: ActingModerator

    package init(_ verb: ReportChange.Verb, _ ids: [Int64], by acting: ActingModerator) {
        self.verb = verb
        self.ids = ids
        self.acting = acting
    }

    package static let lanes = [Lane.direct]

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
        let ids = ids
        let found = try await site.database.read { try await ReportChange.existing(ids, over: $0) }
        guard let missing = ids.first(where: { !found.contains($0) }) else {
            return Survey(count: found.count, noun: "reports")
        }
        throw Fault(
            .noSuch, "there is no report \(missing)", notes: ["nothing was changed"],
            help: "try `mastoctl reports list`")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<Reports> {
        var seen: Set<Int64> = []
        let unique = ids.filter { seen.insert($0).inserted }
        return Steps(
            stride(from: 0, to: unique.count, by: 100).map {
                Reports(ids: Array(unique[$0..<min($0 + 100, unique.count)]))
            })
    }

    package func perform(_ step: Reports, at site: Site<ReadWrite>) async throws -> Outcome {
        let moderator = try await acting.powers(at: site)
        let verb = verb
        return try await site.change { connection in
            let (done, aftermath) = try await ReportChange(verb, by: moderator.account.id)
                .carryOut(on: step.ids, over: connection)
            var outcome = Outcome(changed: done.count, skipped: step.ids.count - done.count)
            outcome.skips = step.ids.filter { !done.contains($0) }.map { ItemFailure(item: "\($0)", reason: "is gone") }
            return (outcome, aftermath)
        }
    }

    /// Reports changed in one transaction.
    package struct Reports: OperationStep {
        package var ids: [Int64]

        package var count: Int { ids.count }
        package var labels: [String] { ids.map { "report \($0)" } }
        package func prefix(_ count: Int) -> Self { Reports(ids: Array(ids.prefix(count))) }
        package func dropFirst(_ count: Int) -> Self { Reports(ids: Array(ids.dropFirst(count))) }
    }
}
