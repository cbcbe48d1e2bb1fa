/// A condition of a query, or its opposite: what is not known (a remote account's e-mail address) fails the condition, and
/// so fulfils the opposite.
package struct QueryClause<Condition: Sendable & Equatable>: Sendable, Equatable {
    package var condition: Condition
    package var isNegated: Bool

    package init(_ condition: Condition, isNegated: Bool = false) {
        self.condition = condition
        self.isNegated = isNegated
    }
}

extension QueryReader {
    /// All terms of a text, each read as a condition.
    static func clauses<Condition: Sendable & Equatable>(
        of text: String, _ condition: (QueryTerm<Key>) throws(QueryError) -> Condition
    ) throws(QueryError) -> [QueryClause<Condition>] {
        var reader = Self(text)
        var clauses: [QueryClause<Condition>] = []
        while let term = try reader.next() {
            clauses.append(QueryClause(try condition(term), isNegated: term.isNegated))
        }
        return clauses
    }
}
