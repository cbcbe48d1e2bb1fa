/// Puts posts into a report, a new one where none is named, or takes them out of one.
package struct ReportedPosts: RecordIntent {
    package enum Verb: Sendable, Equatable {
        /// Nil makes a report.
        case add(to: Int64?)
        case remove(from: Int64)
    }

    package let verb: Verb
    package let ids: [Int64]

    package init(_ verb: Verb, _ ids: [Int64]) {
        self.verb = verb
        self.ids = ids
    }

    package var name: String { if case .remove = verb { "statuses unreport" } else { "statuses report" } }
    package var noun: String { "posts" }
    package var done: String { if case .remove = verb { "taken out of the report" } else { "reported" } }
    package var permissions: [ModeratorPowers.Permission] { [.manageReports] }
}
