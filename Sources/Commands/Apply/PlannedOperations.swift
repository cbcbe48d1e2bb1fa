import Faults
import Operations

/// The operations that a plan can be of.
enum PlannedOperations {
    /// Every type that makes operations from plans, by the first of its names.
    static let types: [any Plannable.Type] = [
        AccountModeration.self,
        DomainBlockChanging<ReviewedBlocks>.self,
        ReportAction.self,
    ]

    /// - Throws: `Fault(.badData)` when no type makes that operation.
    static func type(of plan: Plan) throws -> any Plannable.Type {
        guard let type = types.first(where: { $0.names.contains(plan.operation) }) else {
            throw Fault(
                .badData, "the plan is for `\(plan.operation)`, which this version cannot carry out",
                notes: ["it can: \(types.flatMap { $0.names }.joined(separator: ", "))"],
                help: "use the version that made the plan")
        }
        return type
    }
}
