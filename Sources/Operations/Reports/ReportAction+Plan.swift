import Faults
import Model
import Stores

extension ReportAction: Plannable {
    package static var names: [String] { ReportChange.Verb.allCases.map { "reports \($0.rawValue)" } }

    package static let lanes = [Lane.api, .direct]

    package var parameters: JSONValue {
        .object([.init("moderator", acting.handle.map { .string($0) } ?? .null)])
    }

    package func items(of step: Reports) -> [PlanItem] {
        step.items.map { PlanItem(id: $0.id, name: "report \($0.id)", seen: $0.seen) }
    }

    package init(_ plan: Plan, lane: Lane) throws {
        guard let verb = ReportChange.Verb.allCases.first(where: { "reports \($0.rawValue)" == plan.operation }) else {
            throw Fault(.badData, "the plan is for `\(plan.operation)`, which is done to no report")
        }
        self.init(verb, .plan(plan), on: plan.parameters["moderator"]?.string, lane: lane)
    }

    /// Reports changed in one transaction.
    package struct Reports: OperationStep {
        /// A report, and the state it was seen in.
        package struct Item: Sendable, Equatable {
            package var id: Int64
            package var seen: JSONValue
        }

        package var items: [Item]

        package var count: Int { items.count }
        package var labels: [String] { items.map { "report \($0.id)" } }
        package func prefix(_ count: Int) -> Self { Reports(items: Array(items.prefix(count))) }
        package func dropFirst(_ count: Int) -> Self { Reports(items: Array(items.dropFirst(count))) }
    }
}

extension ReportAction.Reports {
    /// - Throws: `Fault(.badData)` for an item without an id.
    init(planned: [PlanItem]) throws {
        items = try planned.map { item in
            guard let id = item.id else { throw Fault(.badData, "the plan names \(item.name) without an id") }
            return Item(id: id, seen: item.seen)
        }
    }

    /// Those that are still as they were seen, and why the others are left alone.
    func sorted(_ states: [Int64: ReportState]) -> (fit: [Int64], skips: [ItemFailure]) {
        var fit: [Int64] = []
        var skips: [ItemFailure] = []
        for item in items {
            if let state = states[item.id], state.json == item.seen {
                fit.append(item.id)
            } else {
                let reason = states[item.id].map { "is \($0.inWords) meanwhile" } ?? "is gone"
                skips.append(ItemFailure(item: "report \(item.id)", reason: reason))
            }
        }
        return (fit, skips)
    }
}
