import Model
import Stores

/// Where changes of domain blocks come from: words on a command line, a file, a declared list.
package protocol BlockChangeSource: Sendable {
    /// How many changes there will be and what they do; throws when nothing of it may be done.
    func survey(at site: Site<ReadOnly>) async throws -> Survey
    /// The changes, some at a time, as the server's blocks are now.
    func steps(at site: Site<ReadOnly>) async throws -> Steps<BlockChangeBatch>
    /// Told of each change that was made, so that it can be remembered.
    func made(_ changes: [BlockChange]) async throws
    /// Told once, after the last one.
    func finished() async throws
}

extension BlockChangeSource {
    package func made(_ changes: [BlockChange]) async throws {}
    package func finished() async throws {}
}

/// Changes that are made together.
package struct BlockChangeBatch: OperationStep {
    package var changes: [BlockChange]
    package var visited: Int
    package var details: [String: Int64]
    /// Items that cannot be done, found while the changes were looked for.
    package var refused: [ItemFailure]
    /// Items left alone on purpose, with the reason.
    package var passed: [ItemFailure]
    /// The rules the changes were decided upon, nil for none; a domain whose rule is another by then is left alone.
    package var seen: [String: BlockRule?]

    package init(
        _ changes: [BlockChange], visited: Int? = nil, details: [String: Int64] = [:], refused: [ItemFailure] = [],
        passed: [ItemFailure] = [], seen: [String: BlockRule?] = [:]
    ) {
        self.changes = changes
        self.passed = passed
        self.seen = seen
        self.visited = visited ?? changes.count
        self.details = details
        self.refused = refused
    }

    package var count: Int { changes.count }
    package var labels: [String] { changes.map(\.domain) }

    package func prefix(_ count: Int) -> Self {
        var step = self
        step.changes = Array(changes.prefix(count))
        return step
    }

    package func dropFirst(_ count: Int) -> Self {
        BlockChangeBatch(Array(changes.dropFirst(count)), visited: 0, seen: seen)
    }

    /// Changes of one transaction.
    package static let size = 100
}
