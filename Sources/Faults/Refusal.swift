/// What a server would not do with one thing it was asked about, and by which rule of its own: names, never values.
package struct Refusal: Sendable, Equatable {
    package enum Rule: Sendable, Equatable {
        case foreignKey, unique, notNull, check, exclusion
        /// A value that its column or a sum cannot hold, or that is none of its type.
        case value
        /// A trigger's own.
        case trigger
        /// Too large for an index or a page.
        case size
        /// Somebody else's lock, for longer than was waited for.
        case lock
    }

    package var rule: Rule
    package var table: String?
    package var column: String?
    package var constraint: String?

    package init(_ rule: Rule, table: String? = nil, column: String? = nil, constraint: String? = nil) {
        self.rule = rule
        self.table = table
        self.column = column
        self.constraint = constraint
    }

    /// What goes behind the name of an item: `violates the foreign key "fk_1" of table "notes"`.
    package var words: String {
        switch rule {
        case .foreignKey: "violates \(named("the foreign key", constraint))\(place)"
        case .unique: "violates \(named("the unique key", constraint))\(place)"
        case .check: "violates \(named("the check", constraint))\(place)"
        case .exclusion: "violates \(named("the exclusion", constraint))\(place)"
        case .notNull: "leaves \(named("the column", column))\(place) empty, which may not be"
        case .value:
            if let column {
                "has a value that \(named("the column", column))\(place) cannot hold"
            } else {
                "has a value that the database cannot take for its type or its range"
            }
        case .trigger: "is refused by a trigger of the database"
        case .size: "is too large for the database to take"
        case .lock: "is held by somebody else in the database"
        }
    }

    /// Whether it may be otherwise in a while.
    package var mayPass: Bool { rule == .lock }

    private var place: String {
        table.map { " of table \"\($0)\"" } ?? ""
    }

    private func named(_ what: String, _ name: String?) -> String {
        name.map { "\(what) \"\($0)\"" } ?? what
    }
}

/// An error that may be one thing's alone: without it, the rest can be done.
package protocol Refusing: Error {
    /// Nil where the trouble is not one thing's.
    var refusal: Refusal? { get }
}
