/// How a report stands, as far as one of a moderator's verbs is concerned.
package enum ReportState: Sendable, Equatable {
    case resolved(Bool)
    /// The id of the account that has it; nil for nobody's.
    case assigned(Int64?)

    /// As a plan keeps it.
    package var json: JSONValue {
        switch self {
        case .resolved(let isResolved): .object([.init("resolved", .boolean(isResolved))])
        case .assigned(let account): .object([.init("assigned", account.map { .string("\($0)") } ?? .null)])
        }
    }

    /// Behind a report's number: `is resolved`.
    package var inWords: String {
        switch self {
        case .resolved(let isResolved): isResolved ? "resolved" : "open"
        case .assigned(let account): account == nil ? "assigned to nobody" : "assigned to somebody"
        }
    }
}
