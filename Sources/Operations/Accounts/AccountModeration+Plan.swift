import Faults
import Model
import Stores

extension AccountModeration: Plannable {
    package static var names: [String] { AccountAction.allCases.map { "accounts \($0.rawValue)" } }

    package static var lanes: [Lane] { [.api, .jobs, .direct] }

    /// What needs a worker goes by `jobs`: federation, mails and notifications. What only changes rows goes `direct`.
    package static func lanes(of action: AccountAction) -> [Lane] {
        if AccountCalls.route(of: action) == nil { return [.direct] }
        return action.strike != nil || action == .unsuspend ? [.api, .jobs] : [.api, .direct]
    }

    /// Who acts: in the lane api the token's owner.
    package static func acting(_ name: String?, _ action: AccountAction, _ lane: Lane) -> ActingModerator {
        ActingModerator(name, by: lane == .api ? [AccountCalls.route(of: action)].compactMap { $0 } : [])
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
        if action == .role { members.append(.init("role", role.name.map { .string($0) } ?? .null)) }
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
            action, of: .plan(plan), strike, role: parameters["role"]?.string.map { .named($0) } ?? .none,
            by: Self.acting(parameters["moderator"]?.string, action, lane), lane: lane)
    }
}
