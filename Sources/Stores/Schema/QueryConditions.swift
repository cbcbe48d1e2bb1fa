import Model
import Postgres

// What the queries over every noun have in common once they are conditions of a statement.

extension QueryClause {
    /// The condition in brackets, or its opposite, which holds for what is not known, too.
    func statement(_ statement: (Condition) -> Statement) -> Statement {
        let condition = statement(condition)
        return isNegated ? "(\(fragment: condition)) is not true" : "(\(fragment: condition))"
    }
}

extension Statement {
    /// Holds when one of the values does; for no value never.
    static func any<Value>(of values: [Value], _ condition: (Value) -> Statement) -> Statement {
        values.isEmpty ? "false" : .joined(values.map(condition), separator: " or ")
    }

    static func within<Value>(
        _ expression: Statement, _ range: Bounds<Value>, _ bind: (Value) -> Statement
    ) -> Statement {
        var parts: [Statement] = []
        if let lower = range.lower {
            parts.append(expression + (lower.isIncluded ? " >= " : " > ") + bind(lower.value))
        }
        if let upper = range.upper {
            parts.append(expression + (upper.isIncluded ? " <= " : " < ") + bind(upper.value))
        }
        return parts.isEmpty ? expression + " is not null" : "(" + .joined(parts, separator: " and ") + ")"
    }
}

extension Instant {
    /// As a bind.
    func bound(_ now: UTCTime) -> Statement {
        switch self {
        case .at(let time): "\(Timestamp(seconds: time.seconds))"
        case .ago(let seconds): "\(Timestamp(seconds: now.seconds - seconds))"
        }
    }
}
