import Model
import Stores

/// Finds stored files that are not served as the server itself has them served, and sets them right: who may read them,
/// their media type, how long caches may keep them.
package struct AccessRepair: Operation {
    package var card: Card {
        Card("media acl repair", of: "files that are served otherwise", "set right", tables: [], isCheck: true)
    }

    private let prefix: String
    private let startAfter: ObjectKey?

    /// - Parameter prefix: only keys that begin so.
    package init(prefix: String = "", startAfter: ObjectKey? = nil) {
        self.prefix = prefix
        self.startAfter = startAfter
    }

    /// Not counted: each object must be looked at, which is most of the work.
    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<MisservedFile> {
        let objects = site.objects
        let pages = objects.list(prefix: prefix, after: startAfter).joined()
        let batches = Batches(
            pages.ahead { page in
                // What is none of the server's own files it has never set anything for.
                let own = page.filter { (try? StoredPath($0.key)) != nil }
                let found = try await objects.flaws(of: own)
                var tally = Tally(visited: page.count)
                tally.problems = found.count
                for flaw in ServingFlaw.allCases {
                    tally.note(.badlyServed(flaw), found.filter { $0.flaws.contains(flaw) }.map(\.object.key.text))
                }
                return Batch(found.map { MisservedFile(key: $0.object.key, flaws: $0.flaws) }, tally)
            })
        return Prepared(Survey(count: nil), batches) { files, site in
            var outcome = Outcome()
            for file in files {
                let result = try await site.objects.serve(file.key, mending: file.flaws)
                outcome.failures += result.failures.map { ItemNote($0.key.text, $0.reason) }
                if result.failures.isEmpty {
                    outcome.changed += 1
                    outcome.solved += 1
                }
            }
            return outcome
        }
    }
}

/// A file that is served otherwise than it is to be.
package struct MisservedFile: WorkItem {
    package var key: ObjectKey
    package var flaws: Set<ServingFlaw>

    package var label: String? { key.text }
    package var cursor: String? { key.text }
}
