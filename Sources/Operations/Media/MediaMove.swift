import Faults
import Model
import Stores
import Synchronization

/// Copies stored files into another storage and makes sure of each. Removes them from the first one only when it was
/// asked to, only what was looked at byte for byte before, and never from the storage that the server uses.
package struct MediaMove: Operation {
    package var card: Card {
        removesSource
            ? Card("media move", of: "files", "moved", risk: .moderate, tables: [], namesItems: false)
            : Card("media move", of: "files", "copied", tables: [])
    }

    private let pair: StoragePair
    private let scope: MoveScope
    private let removesSource: Bool

    /// - Throws: `Fault(.refused)` when the storage that the server uses is to be emptied.
    package init(_ pair: StoragePair, scope: MoveScope = MoveScope(), removesSource: Bool = false) throws {
        guard !removesSource || !pair.source.isServers else {
            throw Fault(
                .refused, "the server still stores its media in \(pair.source.place)",
                help: "switch its env file to \(pair.target.form) first, and restart it; then name \(pair.source.form) "
                    + "with --from")
        }
        self.pair = pair
        self.scope = scope
        self.removesSource = removesSource
    }

    /// Not counted: objects cannot be without walking them, which is most of the work.
    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<MovedFile> {
        var survey = Survey(count: nil)
        if !removesSource, !pair.source.isServers, !pair.target.isServers {
            survey.foreseen.append(.media(.moveBesideTheServer))
        }
        let speed = try await CopySpeed.measured(pair, scope)
        let (hasCopied, hasFailed) = (Flag(), Flag())
        let batches = Batches { [pair, scope, removesSource] in
            var walk = MoveWalk(pair, scope, passes: removesSource ? [.copy, .copy, .remove] : [.copy, .copy], speed)
            return { try await walk.next(unless: { $0 == 1 && (!hasCopied.isSet || hasFailed.isSet) }) }
        }
        return Prepared(survey, batches) { files, site in
            var outcome = Outcome()
            let copied = files.compactMap { if case .copy(let object, _) = $0 { object } else { nil } }
            let removed = files.compactMap { if case .remove(let object) = $0 { object } else { nil } }
            if !copied.isEmpty {
                let result = try await pair.copy(copied, at: site)
                hasCopied.set()
                // Whoever has to run again anyway need not look twice.
                if !result.failures.isEmpty { hasFailed.set() }
                outcome.add(copied: result, counts: !removesSource)
            }
            if !removed.isEmpty { outcome.add(removed: try await pair.remove(removed, at: site)) }
            return outcome
        }.finish { report, _ in
            if report.failed == 0, report.stopped == nil { report.remains = remains() }
        }
    }

    /// What is left to the person.
    private func remains() -> [String]? {
        if removesSource { return nil }
        let again = "mastoctl media move --from \(pair.source.form) --to \(pair.target.form)"
        if pair.source.isServers {
            return ["in the server's env file, in the place of what says where media lie now:"]
                + pair.target.variables.map { "    \($0)" } + [
                    "restart the server's processes: web, streaming, Sidekiq",
                    "let the old addresses of media lead to the new ones: other servers have them",
                    "`\(again)` brings what was stored until the restart",
                    "`\(again) --remove-source` compares everything and removes it from \(pair.source.place)",
                ]
        }
        return ["`\(again) --remove-source` compares everything and removes it from \(pair.source.place)"]
    }
}

/// A stored file, and what is done with it.
package enum MovedFile: WorkItem {
    /// `counts` unless the copy is only on the way to a removal, which counts then.
    case copy(StoredObject, counts: Bool)
    case remove(StoredObject)

    package var object: StoredObject {
        switch self {
        case .copy(let object, _), .remove(let object): object
        }
    }
    package var counts: Bool { if case .copy(_, let counts) = self { counts } else { true } }
    package var label: String? { object.key.text }
    package var bytes: Int64 { counts ? object.size : 0 }
    package var weight: Int { counts ? 1 : 0 }
}

extension Outcome {
    /// - Parameter counts: whether a copy is what the run is for.
    fileprivate mutating func add(copied result: ObjectCopier.Result, counts: Bool) {
        if counts {
            changed += result.copied
            bytes += result.bytes
            objects += result.copied
        } else {
            note(.filesCopied, result.copied)
        }
        note(.filesVanished, result.vanished)
        failures += result.failures.map { ItemNote($0.key.text, $0.reason) }
    }

    fileprivate mutating func add(removed result: ObjectCopier.Result) {
        changed += result.proven.count
        objects += result.proven.count
        bytes += result.proven.reduce(0) { $0 + $1.size }
        note(.filesCopied, result.copied)
        note(.filesVanished, result.vanished)
        failures += result.failures.map { ItemNote($0.key.text, $0.reason) }
    }
}

/// Whether something was done at all; a look does nothing, and so needs no second one.
private final class Flag: Sendable {
    private let value = Atomic(false)
    var isSet: Bool { value.load(ordering: .relaxed) }
    func set() { value.store(true, ordering: .relaxed) }
}
