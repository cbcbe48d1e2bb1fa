/// What of a rule is to be; nil leaves it.
package struct RuleText: Sendable, Equatable {
    package var text: String?
    package var hint: String?
    package var priority: Int?

    package init(text: String? = nil, hint: String? = nil, priority: Int? = nil) {
        self.text = text
        self.hint = hint
        self.priority = priority
    }

    /// Characters of a rule at most.
    package static let longest = 300
}

/// A change of rules.
package struct RuleDeed: RecordIntent {
    package enum Verb: Sendable, Equatable {
        case add(RuleText)
        case change(RuleText)
        case remove
    }

    package let verb: Verb
    package let ids: [Int64]

    package init(_ verb: Verb, _ ids: [Int64] = []) {
        self.verb = verb
        self.ids = ids
    }

    package var name: String { "rules \(words.verb)" }
    package var noun: String { "rules" }
    package var done: String { words.done }
    package var permissions: [ModeratorPowers.Permission] { [.manageRules] }

    private var words: (verb: String, done: String) {
        switch verb {
        case .add: ("add", "added")
        case .change: ("change", "changed")
        case .remove: ("remove", "removed")
        }
    }
}
