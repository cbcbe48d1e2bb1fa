import Faults
import Model
import S3

extension Site {
    /// Looks whether the storage is that of this database: whether it has the files that some rows name.
    ///
    /// A hundred lookups at a time, and listings beside them, so that a bucket takes about two requests' time.
    ///
    /// - Parameter listing: looks for rows of some stored objects, too, for work that goes by the listing.
    /// - Throws: what the drivers throw.
    package func sampleStorage(listing: Bool) async throws -> StorageSample {
        let owners = FileOwners(schema: instance.schema)
        let rows = try await database.read { try await owners.sample(over: $0) }
        async let beside = listing ? try await stored(owners, around: rows.map(\.file)) : nil
        let present = try await objects.present(of: rows.map(\.file.originalKey))
        var sample = StorageSample()
        for row in rows {
            let isPresent = present.contains(row.file.originalKey)
            if row.file.isLocal {
                sample.local.add(isPresent: isPresent)
            } else {
                sample.cached.add(isPresent: isPresent)
            }
            if row.isNewest { sample.newest.add(isPresent: isPresent) }
        }
        if let beside = try await beside { (sample.objects, sample.beyond) = (beside.objects, beside.beyond) }
        return sample
    }

    /// Whether some stored objects have rows, and how many are of ids that no row has yet.
    private func stored(
        _ owners: FileOwners, around files: [StoredFile]
    ) async throws -> (objects: StorageSample.Part, beyond: Int)? {
        let highest = try await database.read { try await owners.highestIDs(over: $0) }
        let found = try await objects.sample(around: files, highest)
        let sorted = try await database.read { try await owners.orphans(among: found, over: $0) }
        // Uploads under way have no row yet.
        let youngest = UTCTime.now.seconds - 3_600
        let unsure = sorted.orphans.filter { $0.modified == 0 }.map(\.key)
        let looked = try await objects.find(unsure)
        let orphans = sorted.orphans.filter { $0.modified != 0 } + looked
        let old = orphans.filter { $0.modified <= youngest }
        let beyond = old.count { object in
            guard let path = try? StoredPath(object.key) else { return false }
            return FileOwners.sampled.contains(path.kind) && path.id > highest[path.kind] ?? 0
        }
        return (.init(asked: sorted.owned.count + old.count, present: sorted.owned.count), beyond)
    }
}

extension Objects {
    /// Those of the keys that have an object. A key one may not ask about counts as absent: a bucket whose objects may
    /// not be listed answers 403 for what is not there. A file that cannot be looked at, such as one behind a link, is
    /// not known to be missing.
    fileprivate func present(of keys: [ObjectKey]) async throws -> Set<ObjectKey> {
        try await withThrowingTaskGroup(of: ObjectKey?.self) { [store] group in
            let look: @Sendable (ObjectKey) async throws -> ObjectKey? = { key in
                do {
                    return try await store.find(key)?.key
                } catch let error as S3Error where error.status == 403 {
                    return nil
                } catch is FileError {
                    return key
                }
            }
            var found: Set<ObjectKey> = []
            var rest = keys[...]
            for key in rest.prefix(100) { group.addTask { try await look(key) } }
            rest = rest.dropFirst(100)
            while let key = try await group.next() {
                if let key { found.insert(key) }
                if let key = rest.popFirst() { group.addTask { try await look(key) } }
            }
            return found
        }
    }

    /// Some objects of each kind: from about the middle of its ids, and from above the highest one.
    fileprivate func sample(
        around files: [StoredFile], _ highest: [AttachmentKind: Int64]
    ) async throws -> [StoredObject] {
        var starts: [(prefix: String, after: ObjectKey?)] = []
        for kind in FileOwners.sampled {
            let ids = files.filter { $0.kind == kind }.map(\.id).sorted()
            for cache in ["", "cache/"] {
                let prefix = "\(cache)\(kind.path)/"
                starts.append((prefix, ids.isEmpty ? nil : Self.key(behind: ids[ids.count / 2], in: prefix)))
                if let last = highest[kind], last > 0 { starts.append((prefix, Self.key(behind: last, in: prefix))) }
            }
        }
        let share = 200 / starts.count
        return try await withThrowingTaskGroup(of: [StoredObject].self) { [store] group in
            for start in starts {
                group.addTask {
                    for try await page in store.list(prefix: start.prefix, after: start.after) {
                        return Array(page.prefix(share))
                    }
                    return []
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    /// Sorts behind everything of this id, and before what is of the next one: `0` comes right after the slash.
    private static func key(behind id: Int64, in prefix: String) -> ObjectKey {
        ObjectKey("\(prefix)\(IDPartition.path(of: id))0")
    }
}
