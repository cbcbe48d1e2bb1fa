import Faults
import Model
import Stores

/// Deletes, or moves aside, stored objects that no row owns.
package struct OrphanRemoval: Operation {
    package var name: String { "media remove-orphans" }
    package var risk: Risk { .mild }
    package var touchesFiles: Bool { true }
    package var tables: Set<String> { AttachmentKind.tables }

    /// Where the objects are told from.
    package enum Source: Sendable {
        case storage(prefix: String)
        /// A listing made earlier. It is read to its end before the first object is touched.
        case inventory(Inventory, prefix: String)
    }

    package var deed: String { quarantine == nil ? "removed" : "quarantined" }

    package let source: Source
    package let startAfter: ObjectKey?
    /// Objects younger than this many seconds may belong to an upload whose row is not committed yet.
    package let minimumAge: Double
    /// Where orphans go instead of being deleted.
    package let quarantine: String?
    /// Sets the server's own access on every file that is no orphan, private ones excepted.
    package let fixPermissions: Bool

    package init(
        source: Source, startAfter: ObjectKey? = nil, minimumAge: Double = 86_400, quarantine: String? = nil,
        fixPermissions: Bool = false
    ) {
        self.source = source
        self.startAfter = startAfter
        self.minimumAge = minimumAge
        self.quarantine = quarantine
        self.fixPermissions = fixPermissions
    }

    /// Objects cannot be counted without walking them, which is the work itself.
    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        var survey = Survey(count: nil, noun: "orphans")
        if let quarantine { _ = try Quarantine(quarantine) }
        if case .inventory(let inventory, _) = source {
            let summary = try inventory.check()
            if summary.outside > 0 {
                survey.warnings.append("\(summary.outside) keys of the inventory lie outside the key prefix")
            }
        }
        return survey
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<Orphans> {
        let search = OrphanSearch(
            owners: FileOwners(schema: site.instance.schema), database: site.database, minimumAge: minimumAge,
            quarantine: quarantine, keepsOwned: fixPermissions, isListingOld: isListingOld, store: site.objects.store)
        let pages = pages(at: site)
        return Steps {
            let ahead = LookAhead(pages) { try await search.orphans(among: $0) }
            return { try await ahead.next() }
        }
    }

    package func perform(_ step: Orphans, at site: Site<ReadWrite>) async throws -> Outcome {
        var outcome = Outcome()
        let orphans = try await stillOrphans(step.orphans, at: site)
        outcome.skipped = step.orphans.count - orphans.count
        let result = try await remove(orphans.map(\.key), at: site)
        let failed = Set(result.failures.map(\.key))
        let gone = orphans.filter { !failed.contains($0.key) }
        outcome.changed = gone.count
        outcome.objects = gone.count
        outcome.bytes = gone.reduce(0) { $0 + $1.size }
        outcome.failures = result.failures.map { ItemFailure(item: $0.key.text, reason: $0.reason) }
        for key in step.owned {
            let published = try await site.objects.publish(key)
            outcome.failures += published.failures.map { ItemFailure(item: $0.key.text, reason: $0.reason) }
        }
        return outcome
    }

    /// The plan may be old, or made from a replica; the primary has the last word.
    private func stillOrphans(_ objects: [StoredObject], at site: Site<ReadWrite>) async throws -> [StoredObject] {
        guard !objects.isEmpty else { return [] }
        let owners = FileOwners(schema: site.instance.schema)
        return try await site.database.write { try await owners.orphans(among: objects, over: $0).orphans }
    }

    private func remove(_ keys: [ObjectKey], at site: Site<ReadWrite>) async throws -> ObjectOutcome {
        guard let quarantine else { return try await site.objects.delete(keys) }
        var outcome = ObjectOutcome()
        for key in keys {
            let target = ObjectKey("\(quarantine)/\(key.text)")
            outcome.failures += try await site.objects.move(key, to: target).failures
        }
        return outcome
    }

    private var isListingOld: Bool {
        if case .inventory = source { true } else { false }
    }

    private func pages(at site: Site<ReadOnly>) -> ObjectPages {
        switch source {
        case .storage(let prefix): site.objects.store.list(prefix: prefix, after: startAfter)
        case .inventory(let inventory, let prefix): inventory.pages(prefix: prefix)
        }
    }

    /// The orphans of some pages of a listing.
    package struct Orphans: OperationStep {
        package var orphans: [StoredObject] = []
        /// Files that have an owner, kept only when their access is to be set.
        package var owned: [ObjectKey] = []
        package var visited = 0
        package var details: [String: Int64] = [:]
        package var examples: [String: [String]] = [:]
        package var cursor: String?

        package var count: Int { orphans.count }
        package var bytes: Int64 { orphans.reduce(0) { $0 + $1.size } }
        package var labels: [String] { orphans.map(\.key.text) }

        package func prefix(_ count: Int) -> Self {
            guard count < orphans.count else { return self }
            var step = self
            step.orphans = Array(orphans.prefix(count))
            if cursor != nil { step.cursor = step.orphans.last?.key.text }
            return step
        }

        package func dropFirst(_ count: Int) -> Self {
            Orphans(orphans: Array(orphans.dropFirst(count)), cursor: cursor)
        }
    }
}
