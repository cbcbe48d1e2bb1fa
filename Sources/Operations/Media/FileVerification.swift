import Faults
import Model
import Stores

/// Finds rows whose stored file is missing. Put right can be only what the server fetches again: then the rows of
/// cached copies are made to name no file. Whether it is put right is the run's mode, as for every operation.
package struct FileVerification: Operation {
    /// Rows looked at together.
    static let batch = 1_000

    package var name: String { "media verify" }
    package var risk: Risk { .mild }
    package var deed: String { "cleared" }
    package var touchesFiles: Bool { true }
    package var tables: Set<String> { Set(kinds.map(\.table)) }

    let kinds: [AttachmentKind]
    let scope: RowScope
    /// Whether smaller renditions are looked for, too; they are never put right.
    let checksStyles: Bool
    /// How many findings are listed.
    let top: Int

    /// - Parameter kinds: empty for all.
    package init(
        kinds: [AttachmentKind] = [], scope: RowScope = RowScope(), checksStyles: Bool = false, top: Int = 20
    ) {
        self.kinds = kinds.isEmpty ? AttachmentKind.allCases : AttachmentKind.allCases.filter(kinds.contains)
        self.scope = scope
        self.checksStyles = checksStyles
        self.top = top
    }

    /// Counting the rows would be half the work.
    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        Survey(count: nil, noun: "rows of cached files that are missing")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<Missing> {
        Steps { [self] in
            var rest = kinds[...]
            var last = Int64.min
            var listed = 0
            return {
                while let kind = rest.first {
                    let after = last
                    let owners = FileOwners(schema: site.instance.schema)
                    let page = try await site.database.read {
                        try await owners.page(of: kind, after: after, size: Self.batch, in: scope, over: $0)
                    }
                    last = page.last?.id ?? .min
                    if page.count < Self.batch {
                        rest.removeFirst()
                        last = .min
                    }
                    if page.isEmpty { continue }
                    var step = try await step(page, kind, at: site)
                    step.findings = Array(step.findings.prefix(top - listed))
                    listed += step.findings.count
                    return step
                }
                return nil
            }
        }
    }

    private func step(_ page: [StoredFile], _ kind: AttachmentKind, at site: Site<ReadOnly>) async throws -> Missing {
        var step = Missing(kind: kind)
        step.visited = page.count
        let safe = page.filter(\.hasSafeNames)
        step.note("\(kind.word), its name is not safe", page.filter { !$0.hasSafeNames })
        let existing = try await site.objects.store.existing(
            of: safe.flatMap { checksStyles ? $0.keys : [$0.originalKey] })
        let missing = try await stillNamed(safe.filter { !existing.contains($0.originalKey) }, kind, at: site)
        step.note("missing \(kind.word), local", missing.filter(\.isLocal))
        step.note("missing \(kind.word), cached", missing.filter { !$0.isLocal })
        step.find(missing.map { ($0, $0.originalKey) })
        step.files = missing.filter { !$0.isLocal && kind.isFetchedAgain }
        guard checksStyles else { return step }
        let gone = Set(missing.map(\.id))
        let partly = safe.filter { !gone.contains($0.id) }.compactMap { file in
            file.keys.first { !existing.contains($0) }.map { (file, $0) }
        }
        let named = Set(try await stillNamed(partly.map(\.0), kind, at: site).map(\.id))
        step.note("\(kind.word) without a smaller rendition", partly.map(\.0).filter { named.contains($0.id) })
        step.find(partly.filter { named.contains($0.0.id) })
        return step
    }

    /// Files may have been removed between the reading of their row and the look at the storage.
    private func stillNamed(
        _ files: [StoredFile], _ kind: AttachmentKind, at site: Site<ReadOnly>
    ) async throws -> [StoredFile] {
        if files.isEmpty { return [] }
        let owners = FileOwners(schema: site.instance.schema)
        let now = try await site.database.read { try await owners.files(of: kind, ids: files.map(\.id), over: $0) }
        return files.filter { now[$0.id] == $0 }
    }

    package func perform(_ step: Missing, at site: Site<ReadWrite>) async throws -> Outcome {
        if step.files.isEmpty { return Outcome() }
        let owners = FileOwners(schema: site.instance.schema)
        let cleared = try await site.database.clearMissing(
            step.files, of: step.kind, owners: owners, store: site.objects.store, journal: site.journal)
        var outcome = Outcome(changed: cleared.files.count, skipped: step.files.count - cleared.files.count)
        outcome.solved = cleared.files.count
        guard let entry = cleared.entry else { return outcome }
        let failures: [ObjectFailure]
        do {
            failures = try await site.objects.delete(cleared.files.flatMap(\.keys)).failures
        } catch {
            throw FilesLeftBehind(cause: error)
        }
        let failed = Set(failures.map(\.key))
        let rest = failed.isEmpty ? [] : cleared.files.filter { !failed.isDisjoint(with: $0.keys) }
        try await site.journal.finish(entry, except: rest)
        outcome.failures = failures.map { ItemFailure(item: $0.key.text, reason: $0.reason) }
        await site.cache.forget(statuses: cleared.statusIDs)
        return outcome
    }

    /// The missing files of some rows of one kind.
    package struct Missing: OperationStep {
        package var kind: AttachmentKind
        /// Those that can be put right.
        package var files: [StoredFile] = []
        package var visited = 0
        package var problems = 0
        package var findings: [Finding] = []
        package var details: [String: Int64] = [:]
        package var examples: [String: [String]] = [:]

        package var count: Int { files.count }
        package var labels: [String] { files.map(\.originalKey.text) }

        package func prefix(_ count: Int) -> Self {
            var step = self
            step.files = Array(files.prefix(count))
            return step
        }

        package func dropFirst(_ count: Int) -> Self {
            Missing(kind: kind, files: Array(files.dropFirst(count)))
        }

        mutating func note(_ words: String, _ files: [StoredFile]) {
            guard !files.isEmpty else { return }
            problems += files.count
            details[words] = Int64(files.count)
            examples[words] = files.prefix(3).map { "\($0.id)" }
        }

        mutating func find(_ files: [(StoredFile, ObjectKey)]) {
            findings += files.map { file, key in
                Finding(kind: kind.word, id: "\(file.id)", item: key.text, isLocal: file.isLocal)
            }
        }
    }
}
