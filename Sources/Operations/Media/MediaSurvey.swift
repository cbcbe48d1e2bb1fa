import Model
import Stores

/// Finds out what media take: sums of columns, told apart by a property, and what is really stored.
///
/// Everything is read from the replica where there is one fresh enough.
package struct MediaSurvey: Question {
    package typealias Property = UsageBreakdown.Property

    let property: Property?
    let top: Int
    let walksStorage: Bool

    /// - Parameters:
    ///   - top: how many groups are listed.
    ///   - walksStorage: whether stored objects are counted too; telling styles apart needs it.
    package init(by property: Property? = nil, top: Int = 20, walksStorage: Bool = false) {
        self.property = property
        self.top = top
        self.walksStorage = walksStorage || property == .style
    }

    package func answer(at site: Site<ReadOnly>) async throws -> MediaUsage {
        let sizes = MediaSizes(in: site.database)
        let objects = try await sizes.objects()
        let inventory = walksStorage ? try await self.inventory(of: site) : nil
        return MediaUsage(
            objects: objects, breakdown: try await breakdown(sizes, site.instance, inventory), inventory: inventory)
    }

    private func breakdown(
        _ sizes: MediaSizes, _ instance: Instance, _ inventory: StorageInventory?
    ) async throws -> UsageBreakdown? {
        switch property {
        case nil: nil
        case .domain: try await sizes.byDomain(local: instance.localDomain, top: top)
        case .account: try await sizes.byAccount(localDomain: instance.localDomain, top: top)
        case .type: try await sizes.byType()
        case .age: try await sizes.byAge()
        case .style: inventory.map { UsageBreakdown(by: .style, $0.byStyle(top: top)) }
        }
    }

    /// One walk over the storage; a page is told apart while the next ones are listed.
    private func inventory(of site: Site<ReadOnly>) async throws -> StorageInventory {
        let owners = FileOwners(schema: site.instance.schema)
        let parts = site.objects.list(prefix: "", after: nil).joined().ahead { page in
            let sorted = try await site.database.read { try await owners.orphans(among: page, over: $0) }
            return StorageInventory(of: page, orphans: Set(sorted.orphans.map(\.key)))
        }
        var inventory = StorageInventory()
        for try await part in parts { inventory.merge(part) }
        inventory.sort()
        return inventory
    }
}

extension StorageInventory {
    /// The inventory of some pages of a listing.
    fileprivate init(of objects: [StoredObject], orphans: Set<ObjectKey>) {
        self.init()
        for object in objects {
            do throws(StoredPath.Unrecognised) {
                add(try StoredPath(object.key), size: object.size, isOrphan: orphans.contains(object.key))
            } catch {
                add(error, object.key, size: object.size)
            }
        }
    }

    /// Every style of every class.
    fileprivate func byStyle(top: Int) -> UsageBreakdown.Ranking {
        var ranking = UsageBreakdown.Ranking(top: top)
        for part in classes {
            for (style, amount) in part.styles {
                ranking.add(.init(name: "\(part.name) \(style)", files: amount.files, bytes: amount.bytes))
            }
        }
        ranking.cut()
        return ranking
    }
}
