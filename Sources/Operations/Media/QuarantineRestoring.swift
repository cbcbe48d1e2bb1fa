import Faults
import Model
import Stores

/// Moves objects out of a quarantine, each back to its own key, where nothing has taken its place meanwhile.
package struct QuarantineRestoring: Operation {
    package var name: String { "media restore-quarantine" }
    package var risk: Risk { .mild }
    package var deed: String { "restored" }
    package var touchesFiles: Bool { true }
    package var tables: Set<String> { [] }
    /// Kept apart from the removal of orphans: what one moves in the other would move out.
    package var lock: String? { "media remove-orphans" }

    package let quarantine: Quarantine

    package init(_ quarantine: Quarantine) {
        self.quarantine = quarantine
    }

    /// Objects cannot be counted without walking them, which is most of the work.
    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        Survey(count: nil, noun: "files")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<Moves> {
        let store = site.objects.store
        return Steps { [quarantine] in
            var pages = store.list(prefix: quarantine.prefix + "/", after: nil).makeAsyncIterator()
            return {
                guard let page = try await pages.next() else { return nil }
                return try await Self.step(page, quarantine, store)
            }
        }
    }

    /// What of a page can go back.
    private static func step(
        _ page: [StoredObject], _ quarantine: Quarantine, _ store: any ObjectStore
    ) async throws -> Moves {
        var step = Moves()
        step.visited = page.count
        var strangers: [String] = []
        for object in page {
            guard let origin = quarantine.origin(of: object.key), (try? StoredPath(origin)) != nil else {
                strangers.append(object.key.text)
                continue
            }
            step.moves.append(.init(object: object, origin: origin))
        }
        let taken = try await store.existing(of: step.moves.map(\.origin))
        let conflicts = step.moves.filter { taken.contains($0.origin) }.map(\.origin.text)
        step.note("its own key is taken", conflicts)
        step.note("not put there by remove-orphans", strangers)
        step.moves.removeAll { taken.contains($0.origin) }
        step.conflicts = conflicts
        return step
    }

    package func perform(_ step: Moves, at site: Site<ReadWrite>) async throws -> Outcome {
        var outcome = Outcome()
        outcome.failures = step.conflicts.map(Self.conflict)
        for move in step.moves {
            if try await site.objects.store.find(move.origin) != nil {
                outcome.failures.append(Self.conflict(move.origin.text))
                continue
            }
            let moved = try await site.objects.move(move.object.key, to: move.origin)
            outcome.failures += moved.failures.map { ItemFailure(item: $0.key.text, reason: $0.reason) }
            guard moved.failures.isEmpty else { continue }
            outcome.changed += 1
            outcome.objects += 1
            outcome.bytes += move.object.size
        }
        return outcome
    }

    private static func conflict(_ key: String) -> ItemFailure {
        ItemFailure(item: key, reason: "something is at its own key already")
    }

    /// The objects of one page of the quarantine's listing.
    package struct Moves: OperationStep {
        package struct Move: Sendable {
            package var object: StoredObject
            package var origin: ObjectKey
        }

        package var moves: [Move] = []
        /// Keys that are taken.
        package var conflicts: [String] = []
        package var visited = 0
        package var details: [String: Int64] = [:]
        package var examples: [String: [String]] = [:]

        package var count: Int { moves.count }
        package var bytes: Int64 { moves.reduce(0) { $0 + $1.object.size } }
        package var labels: [String] { moves.map(\.origin.text) }

        package func prefix(_ count: Int) -> Self {
            var step = self
            step.moves = Array(moves.prefix(count))
            return step
        }

        package func dropFirst(_ count: Int) -> Self { Moves(moves: Array(moves.dropFirst(count))) }

        mutating func note(_ words: String, _ keys: [String]) {
            guard !keys.isEmpty else { return }
            details[words] = Int64(keys.count)
            examples[words] = Array(keys.prefix(3))
        }
    }
}
