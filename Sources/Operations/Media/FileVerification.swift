import Faults
import Model
import Stores

/// Finds rows whose stored file is missing. Put right can be only what the server fetches again: then the rows of
/// cached copies are made to name no file. Whether it is put right is the run's mode, as for every operation.
package struct FileVerification: Operation {
    /// Rows looked at together.
    static let batch = 1_000

    package var card: Card {
        Card(
            "media verify", of: "rows of cached files that are missing", "cleared", tables: Set(kinds.map(\.table)),
            touchesFiles: true, isCheck: true)
    }

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

    /// Not counted: that would be half the work.
    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<MissingFile> {
        let owners = FileOwners(schema: site.instance.schema)
        let batches = Batches { [self] in
            var rest = kinds[...]
            var last = Int64.min
            var listed = 0
            return {
                while let kind = rest.first {
                    let after = last
                    let page = try await site.database.read {
                        try await owners.page(of: kind, after: after, size: Self.batch, in: scope, over: $0)
                    }
                    last = page.last?.id ?? .min
                    if page.count < Self.batch {
                        rest.removeFirst()
                        last = .min
                    }
                    if page.isEmpty { continue }
                    var batch = try await look(at: page, kind, owners, at: site)
                    batch.tally.findings = Array(batch.tally.findings.prefix(top - listed))
                    listed += batch.tally.findings.count
                    return batch
                }
                return nil
            }
        }
        return Prepared(Survey(count: nil), batches) { missing, site in
            try await clear(missing.map(\.file), owners, at: site)
        }
    }

    private func look(
        at page: [StoredFile], _ kind: AttachmentKind, _ owners: FileOwners, at site: Site<ReadOnly>
    ) async throws -> Batch<MissingFile> {
        var tally = Tally(visited: page.count)
        let safe = page.filter(\.hasSafeNames)
        tally.find(.unsafeName(kind), page.filter { !$0.hasSafeNames })
        let existing = try await site.objects.existing(
            of: safe.flatMap { checksStyles ? $0.keys : [$0.originalKey] })
        let missing = try await stillNamed(
            safe.filter { !existing.contains($0.originalKey) }, kind, owners, at: site)
        tally.find(.missing(kind, isLocal: true), missing.filter(\.isLocal))
        tally.find(.missing(kind, isLocal: false), missing.filter { !$0.isLocal })
        tally.findings += missing.map { Finding(of: $0, $0.originalKey) }
        if checksStyles {
            let gone = Set(missing.map(\.id))
            let partly = safe.filter { !gone.contains($0.id) }.compactMap { file in
                file.keys.first { !existing.contains($0) }.map { (file, $0) }
            }
            let named = Set(try await stillNamed(partly.map(\.0), kind, owners, at: site).map(\.id))
            let still = partly.filter { named.contains($0.0.id) }
            tally.find(.withoutSmallerRendition(kind), still.map(\.0))
            tally.findings += still.map { Finding(of: $0, $1) }
        }
        return Batch(missing.filter { !$0.isLocal && kind.isFetchedAgain }.map(MissingFile.init), tally)
    }

    /// Files may have been removed between the reading of their row and the look at the storage.
    private func stillNamed(
        _ files: [StoredFile], _ kind: AttachmentKind, _ owners: FileOwners, at site: Site<ReadOnly>
    ) async throws -> [StoredFile] {
        if files.isEmpty { return [] }
        let now = try await site.database.read { try await owners.files(of: kind, ids: files.map(\.id), over: $0) }
        return files.filter { now[$0.id] == $0 }
    }

    private func clear(
        _ files: [StoredFile], _ owners: FileOwners, at site: Site<ReadWrite>
    ) async throws -> Outcome {
        guard let kind = files.first?.kind else { return Outcome() }
        let objects = site.objects
        let (cleared, gone) = try await site.clearFiles { transaction in
            let cleared = try await owners.clearMissing(files, of: kind, in: objects, over: transaction)
            return (cleared, cleared.files)
        }
        var outcome = Outcome(changed: cleared.files.count, skipped: files.count - cleared.files.count)
        outcome.solved = cleared.files.count
        // They were missing already: only what is left of their renditions went.
        outcome.failures = gone.failures
        await site.cache.forget(statuses: cleared.statusIDs)
        return outcome
    }
}

/// A file that is missing and can be fetched again.
package struct MissingFile: WorkItem {
    package var file: StoredFile

    package var label: String? { file.originalKey.text }
}

extension Tally {
    /// Counts rows a check found wrong.
    fileprivate mutating func find(_ figure: Figure, _ files: [StoredFile]) {
        problems += files.count
        note(figure, files.map { "\($0.id)" })
    }
}

extension Finding {
    fileprivate init(of file: StoredFile, _ key: ObjectKey) {
        self.init(kind: file.kind.word, id: "\(file.id)", item: key.text, isLocal: file.isLocal)
    }
}
