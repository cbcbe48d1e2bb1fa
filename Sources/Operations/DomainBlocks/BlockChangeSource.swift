import Model
import Stores

/// Where changes of domain blocks come from: words on a command line, a file, a declared list.
package protocol BlockChangeSource: Sendable {
    /// How many changes there will be, what they do, and which they are, as the server's blocks are now.
    ///
    /// - Throws: `Fault` when nothing of it may be done.
    func prepare(at site: Site<ReadOnly>) async throws -> BlockChanges
}

/// Changes of domain blocks, found.
package struct BlockChanges: Sendable {
    package var survey: Survey
    package var batches: Batches<SeenBlockChange>
    /// Told of changes that were made, so that they can be remembered.
    var made: @Sendable ([BlockChange], Site<ReadWrite>) async throws -> Void = { _, _ in }
    /// Told once, after the last one.
    var finished: @Sendable (Site<ReadWrite>) async throws -> Void = { _ in }

    init(_ survey: Survey, _ batches: Batches<SeenBlockChange>) {
        self.survey = survey
        self.batches = batches
    }
}

/// A change, and what it was decided upon.
package struct SeenBlockChange: WorkItem, Equatable {
    package var change: BlockChange
    /// The rule the domain had, `.some(nil)` for none; a domain whose rule is another by then is left alone. Nil where
    /// it does not matter.
    package var seen: BlockRule??

    init(_ change: BlockChange, seen: BlockRule?? = nil) {
        self.change = change
        self.seen = seen
    }

    package var label: String? { change.domain }

    /// Changes of one transaction.
    package static let batch = 100
}

extension [SeenBlockChange] {
    /// The rules that must still be so.
    var seen: [String: BlockRule?] {
        reduce(into: [:]) { rules, item in
            if let seen = item.seen { rules.updateValue(seen, forKey: item.change.domain) }
        }
    }
}
