import Console
import Model
import Operations

/// What a person reads of a plan before it is carried out.
package struct PlanPreview {
    /// Items listed one by one.
    private static let listed = 30

    package let lines: [String]

    /// - Throws: as the reading of the plan.
    package init(_ plan: Plan) throws {
        let header = plan.header
        var lines = [
            "\(header.operation): \(plan.count.counted(header.noun)), planned \(header.created)"
        ]
        if case .object(let members) = header.parameters {
            lines += members.filter { $0.value != .null && $0.value != "" }.map {
                "  \($0.name): \(Self.words($0.value))"
            }
        }
        let first = try plan.first(Self.listed)
        lines += first.map { item in
            let change = item.change == .null ? "" : " -> \(Self.words(item.change))"
            return "  \(item.name)\(change)"
        }
        if plan.count > first.count { lines.append("  and \((plan.count - first.count).grouped) more") }
        self.lines = lines
    }

    private static func words(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        case .object(let members):
            members.filter { $0.value != .null }.map { "\($0.name) \(words($0.value))" }.joined(separator: ", ")
        default: value.text
        }
    }
}
