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
    let objects: Objects<ReadOnly>

    func look(at page: [StoredObject]) async throws -> Batch<ListedFile> {
        let listed = quarantine.map { area in page.filter { !$0.key.text.hasPrefix(area + "/") } } ?? page
        let sorted = try await database.read { try await owners.orphans(among: listed, over: $0) }
        var tally = Tally()
        for (reason, keys) in sorted.unrecognised { tally.note(.unrecognised(reason), keys.map(\.text)) }
        let youngest = UTCTime.now.seconds - minimumAge
        let found = try await attributes(of: sorted.orphans)
        let old = found.filter { minimumAge <= 0 || $0.modified <= youngest }
        tally.note(.tooYoung, count: found.count - old.count)
        return Batch(
            (keepsOwned ? sorted.owned.map(ListedFile.owned) : []) + old.map(ListedFile.orphan), visited: page.count,
            tally, cursor: isListingOld ? nil : page.last?.key.text)
    }

    /// Objects as they are now where the listing does not tell or may be outdated; those that are gone are left out.
    ///
    /// A walk of a file system may give names alone, since most of them turn out to have an owner.
    private func attributes(of found: [StoredObject]) async throws -> [StoredObject] {
        let isUnsure = { (object: StoredObject) in isListingOld || object.modified == 0 }
        let unsure = found.filter(isUnsure).map(\.key)
        if unsure.isEmpty { return found }
        return (found.filter { !isUnsure($0) } + (try await objects.find(unsure))).sorted { $0.key < $1.key }
    }
}
