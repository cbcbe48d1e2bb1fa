import Faults
import Model
import Stores

/// Finishes what a run that died had begun: deletes the files its journal names, once no row uses them any more.
struct Recovery: Sendable {
    let site: Site<ReadWrite>
    let tell: @Sendable (Event) -> Void

    /// - Returns: how many stored objects were deleted.
    func run() async throws -> Int {
        var objects = 0
        for journal in site.journal.abandoned() {
            var isDone = true
            for files in journal.entries {
                let owners = FileOwners(schema: site.instance.schema)
                let unused = try await site.database.write { try await owners.unusedWhenSettled(files, over: $0) }
                let keys = unused.filter(\.hasSafeNames).flatMap(\.keys)
                let outcome = try await site.objects.delete(keys)
                objects += keys.count - outcome.failures.count
                isDone = isDone && outcome.failures.isEmpty
            }
            if isDone { journal.discard() }
        }
        if objects > 0 { tell(.note("finished \(objects) deletions that an earlier run had left")) }
        return objects
    }
}
