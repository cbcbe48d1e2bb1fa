import Faults
import Model
import Stores

extension AccountModeration: Plannable {
    package static var names: [String] { AccountAction.allCases.map { "accounts \($0.rawValue)" } }

    package static var lanes: [Lane] { [.jobs, .direct] }

    /// What needs a worker goes by `jobs`: federation, mails and notifications. What only changes rows goes `direct`.
    package static func lanes(of action: AccountAction) -> [Lane] {
        action.strike != nil || action == .unsuspend ? [.jobs] : [.direct]
    }

    package static func lanes(of name: String) -> [Lane] {
        AccountAction.allCases.first { "accounts \($0.rawValue)" == name }.map { lanes(of: $0) } ?? lanes
    }

    package var parameters: JSONValue {
        var members: [JSONValue.Member] = [.init("moderator", acting.handle.map { .string($0) } ?? .null)]
        if action.strike != nil {
            members += [
                .init("text", .string(strike.text)), .init("report", strike.report.map { .string("\($0)") } ?? .null),
                .init("notify", .boolean(strike.notifies)),
            ]
        }
        return .object(members)
    }

    package func items(of step: Batch) -> [PlanItem] {
        step.items.map { PlanItem(id: $0.id, name: $0.handle, seen: $0.seen) }
    }

    package init(_ plan: Plan, lane: Lane) throws {
        guard let action = AccountAction.allCases.first(where: { "accounts \($0.rawValue)" == plan.operation }) else {
            throw Fault(.badData, "the plan is for `\(plan.operation)`, which is no action on accounts")
        }
        let parameters = plan.parameters
        var strike = Strike(text: parameters["text"]?.string ?? "")
        strike.report = parameters["report"]?.string.flatMap { Int64($0) }
        if case .boolean(let notifies)? = parameters["notify"] { strike.notifies = notifies }
        self.init(
            action, plan: plan, strike, by: ActingModerator(parameters["moderator"]?.string), lane: lane)
    }
}
