import Faults
import Model
import Stores

/// Deletes, or moves aside, stored objects that no row owns.
package struct OrphanRemoval: Operation {
    package var card: Card {
        Card(
            "media remove-orphans", of: "orphans", quarantine == nil ? "removed" : "quarantined",
            tables: AttachmentKind.tables, touchesFiles: true, goesByListing: true)
    }

    /// Where the objects are told from.
    package enum Source: Sendable {
        case storage(prefix: String)
        /// A listing made earlier. It is read to its end before the first object is touched.
        case inventory(Inventory, prefix: String)

        /// - Parameter keyPrefix: before each key of the inventory, as the bucket is configured.
        package static func inventory(at path: String, keyPrefix: String, prefix: String) -> Source {
            .inventory(Inventory(path: path, keyPrefix: keyPrefix), prefix: prefix)
        }
    }

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

    /// Not counted: objects cannot be without walking them, which is the work itself.
    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<ListedFile> {
        var survey = Survey(count: nil)
        if let quarantine { _ = try Quarantine(quarantine) }
        if case .inventory(let inventory, _) = source {
            let summary = try inventory.check()
            if summary.outside > 0 {
                survey.foreseen.append(.media(.outsideThePrefix(keys: summary.outside)))
            }
        }
        let search = OrphanSearch(
            owners: FileOwners(schema: site.instance.schema), database: site.database, minimumAge: minimumAge,
            quarantine: quarantine, keepsOwned: fixPermissions, isListingOld: isListingOld, objects: site.objects)
        let batches = Batches(pages(at: site).joined().ahead { try await search.look(at: $0) })
        return Prepared(survey, batches, perform: remove)
    }

    private func remove(_ files: [ListedFile], at site: Site<ReadWrite>) async throws -> Outcome {
        let planned = files.compactMap { if case .orphan(let object) = $0 { object } else { nil } }
        let orphans = try await stillOrphans(planned, at: site)
        let result = try await remove(orphans.map(\.key), at: site)
        let failed = Set(result.failures.map(\.key))
        let gone = orphans.filter { !failed.contains($0.key) }
        var outcome = Outcome(
            changed: gone.count, skipped: planned.count - orphans.count, bytes: gone.reduce(0) { $0 + $1.size },
            objects: gone.count, failures: result.failures.map { ItemNote($0.key.text, $0.reason) })
        for case .owned(let key) in files {
            let published = try await site.objects.publish(key)
            outcome.failures += published.failures.map { ItemNote($0.key.text, $0.reason) }
        }
        return outcome
    }

    /// The plan may be old, or made from a replica; the primary has the last word.
    private func stillOrphans(_ objects: [StoredObject], at site: Site<ReadWrite>) async throws -> [StoredObject] {
        guard !objects.isEmpty else { return [] }
        let owners = FileOwners(schema: site.instance.schema)
        return try await site.database.readPrimary { try await owners.orphans(among: objects, over: $0).orphans }
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
        case .storage(let prefix): site.objects.list(prefix: prefix, after: startAfter)
        case .inventory(let inventory, let prefix): inventory.pages(prefix: prefix)
        }
    }
}

/// A file of a listing that something is to be done about.
package enum ListedFile: WorkItem {
    case orphan(StoredObject)
    /// One that has an owner, and whose access is to be set.
    case owned(ObjectKey)

    package var label: String? { if case .orphan(let object) = self { object.key.text } else { nil } }
    package var bytes: Int64 { if case .orphan(let object) = self { object.size } else { 0 } }
    package var weight: Int { if case .orphan = self { 1 } else { 0 } }
    package var cursor: String? { label }
}
