import Faults
import Model
import Stores

/// Moves objects out of a quarantine, each back to its own key, where nothing has taken its place meanwhile.
package struct QuarantineRestoring: Operation {
    package let quarantine: Quarantine

    package init(_ quarantine: Quarantine) {
        self.quarantine = quarantine
    }

    /// Kept apart from the removal of orphans: what one moves in the other would move out.
    package var card: Card {
        Card(
            "media restore-quarantine", of: "files", "restored", lock: .shared("media remove-orphans"), tables: [],
            touchesFiles: true)
    }

    /// Not counted: objects cannot be without walking them, which is most of the work.
    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Move> {
        let store = site.objects
        let batches = Batches { [quarantine] in
            var pages = store.list(prefix: quarantine.prefix + "/", after: nil).makeAsyncIterator()
            return { try await pages.next().asyncMap { try await Self.batch($0, quarantine, store) } }
        }
        return Prepared(Survey(count: nil), batches, perform: Self.restore)
    }

    /// What of a page can go back.
    private static func batch(
        _ page: [StoredObject], _ quarantine: Quarantine, _ store: Objects<ReadOnly>
    ) async throws -> Batch<Move> {
        var moves: [Move] = []
        var strangers: [String] = []
        for object in page {
            guard let origin = quarantine.origin(of: object.key), (try? StoredPath(origin)) != nil else {
                strangers.append(object.key.text)
                continue
            }
            moves.append(Move(object: object, origin: origin))
        }
        let taken = try await store.existing(of: moves.map(\.origin))
        let conflicts = moves.filter { taken.contains($0.origin) }.map(\.origin.text)
        var tally = Tally()
        tally.note(.itsOwnKeyIsTaken, conflicts)
        tally.note(.notPutThereByRemoveOrphans, strangers)
        tally.refused = conflicts.map(conflict)
        return Batch(moves.filter { !taken.contains($0.origin) }, visited: page.count, tally)
    }

    private static func restore(_ moves: [Move], at site: Site<ReadWrite>) async throws -> Outcome {
        var outcome = Outcome()
        for move in moves {
            if try await site.objects.find(move.origin) != nil {
                outcome.failures.append(conflict(move.origin.text))
                continue
            }
            let moved = try await site.objects.move(move.object.key, to: move.origin)
            outcome.failures += moved.failures.map { ItemNote($0.key.text, $0.reason) }
            guard moved.failures.isEmpty else { continue }
            outcome.changed += 1
            outcome.objects += 1
            outcome.bytes += move.object.size
        }
        return outcome
    }

    private static func conflict(_ key: String) -> ItemNote {
        ItemNote(key, "something is at its own key already")
    }

    /// An object, and where it goes.
    package struct Move: WorkItem {
        package var object: StoredObject
        package var origin: ObjectKey

        package var label: String? { origin.text }
        package var bytes: Int64 { object.size }
    }
}
