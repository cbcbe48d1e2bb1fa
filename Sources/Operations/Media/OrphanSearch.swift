import Model
import Stores

/// Tells orphans from files with an owner, a few pages of a listing at a time.
struct OrphanSearch: Sendable {
    let owners: FileOwners
    let database: Database<ReadOnly>
    let minimumAge: Double
    let quarantine: String?
    let keepsOwned: Bool
    /// True for an inventory: what it says of an object may no longer hold, and it may be in any order.
    let isListingOld: Bool
    let store: any ObjectStore

    func orphans(among page: [StoredObject]) async throws -> OrphanRemoval.Orphans {
        let listed = quarantine.map { area in page.filter { !$0.key.text.hasPrefix(area + "/") } } ?? page
        let sorted = try await database.read { try await owners.orphans(among: listed, over: $0) }
        var step = OrphanRemoval.Orphans()
        step.visited = page.count
        step.cursor = isListingOld ? nil : page.last?.key.text
        for (reason, keys) in sorted.unrecognised {
            step.details[reason.figure] = Int64(keys.count)
            step.examples[reason.figure] = keys.prefix(3).map(\.text)
        }
        let youngest = UTCTime.now.seconds - minimumAge
        var young = 0
        for found in try await attributes(of: sorted.orphans) {
            if minimumAge > 0, found.modified > youngest { young += 1 } else { step.orphans.append(found) }
        }
        if young > 0 { step.details["too_young"] = Int64(young) }
        if keepsOwned { step.owned = sorted.owned }
        return step
    }

    /// Objects as they are now where the listing does not tell or may be outdated; those that are gone are left out.
    ///
    /// A walk of a file system may give names alone, since most of them turn out to have an owner.
    private func attributes(of objects: [StoredObject]) async throws -> [StoredObject] {
        let isUnsure = { (object: StoredObject) in isListingOld || object.modified == 0 }
        let unsure = objects.filter(isUnsure).map(\.key)
        if unsure.isEmpty { return objects }
        return (objects.filter { !isUnsure($0) } + (try await store.find(unsure))).sorted { $0.key < $1.key }
    }
}
