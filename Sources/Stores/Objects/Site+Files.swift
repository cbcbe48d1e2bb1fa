import Faults
import Model
import Postgres

/// What became of files whose rows are gone.
package struct FilesGone: Sendable {
    /// Stored objects deleted.
    package var objects = 0
    /// What could not be deleted, each with its reason.
    package var failures: [(item: String, reason: String)] = []

    package init() {}

    package mutating func add(_ other: FilesGone) {
        objects += other.objects
        failures += other.failures
    }
}

extension Site where Mode == ReadWrite {
    /// Changes rows, and deletes the files that they name no more: journal first, then the rows, then the files.
    ///
    /// - Parameter body: changes the rows under lock, and tells their files besides what is to follow; it may be run
    ///   again after a deadlock.
    /// - Throws: what the body throws; `FilesLeft` when the rows are changed and the storage did not answer: the journal
    ///   knows the files then.
    package func changeWithFiles<Value: Sendable>(
        _ body: @Sendable (isolated PostgresConnection) async throws -> (Value, [StoredFile], Aftermath)
    ) async throws -> (Value, FilesGone) {
        let (value, files, entry) = try await change { connection in
            let (value, files, aftermath) = try await body(connection)
            let safe = files.filter(\.hasSafeNames)
            // Last of all: what comes after it is the commit.
            let entry = safe.isEmpty ? nil : try await journal.begin(safe)
            return ((value, files, entry), aftermath)
        }
        var gone = FilesGone()
        for file in files where !file.hasSafeNames {
            gone.failures.append(("\(file.kind.table) \(file.id)", "its stored file name is not safe"))
        }
        guard let entry else { return (value, gone) }
        let safe = files.filter(\.hasSafeNames)
        let keys = safe.flatMap(\.keys)
        let failures: [ObjectFailure]
        do {
            failures = try await objects.delete(keys).failures
        } catch {
            throw FilesLeft(cause: error)
        }
        let failed = Set(failures.map(\.key))
        try await journal.finish(entry, except: failed.isEmpty ? [] : safe.filter { !failed.isDisjoint(with: $0.keys) })
        gone.objects = keys.count - failures.count
        gone.failures += failures.map { ($0.key.text, $0.reason) }
        return (value, gone)
    }
}

/// Rows no longer name their files, but the storage did not answer; the journal knows the files.
package struct FilesLeft: Wrapping {
    package let cause: any Error
    package var note: String { "the last files are in the journal; the next run deletes them" }
}
