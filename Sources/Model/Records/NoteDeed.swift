/// A change of moderators' notes.
package struct NoteDeed: RecordIntent {
    package enum Verb: Sendable, Equatable {
        case add(AccountName, String)
        case remove([Int64])
    }

    /// Characters of a note at most.
    package static let longest = 2_000

    package let verb: Verb

    package init(_ verb: Verb) {
        self.verb = verb
    }

    private var isNew: Bool { if case .add = verb { true } else { false } }

    package var name: String { isNew ? "accounts notes add" : "accounts notes remove" }
    package var noun: String { "notes" }
    package var done: String { isNew ? "added" : "removed" }
    package var permissions: [ModeratorPowers.Permission] { [.manageReports] }
}
