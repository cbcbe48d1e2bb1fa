/// What a look at some rows and some stored objects showed: whether this storage is that of this database.
///
/// Counts only. The rows are spread over the ids of the tables that own files.
package struct StorageSample: Sendable, Equatable {
    /// Files that ought to be there, and those of them that are.
    package struct Part: Sendable, Equatable {
        package var asked = 0
        package var present = 0

        package init(asked: Int = 0, present: Int = 0) {
            self.asked = asked
            self.present = present
        }

        package mutating func add(isPresent: Bool) {
            asked += 1
            if isPresent { present += 1 }
        }

        /// Enough were looked at to judge by shares.
        fileprivate var isTelling: Bool { asked >= StorageSample.telling }
        fileprivate var isMostlyMissing: Bool { present * 4 < asked }
    }

    /// Files of this server's own.
    package var local = Part()
    /// Copies of what other servers have.
    package var cached = Part()
    /// Those of either that belong to the newest rows.
    package var newest = Part()
    /// Stored objects shaped as a server's files are, and those of them whose row is there.
    package var objects = Part()
    /// Stored objects with an id above every id of their table, old enough for their rows to be committed.
    package var beyond = 0

    package init() {}

    /// From so many on shares mean something: a server that is new has few rows with files, and one of them may be odd.
    private static var telling: Int { 20 }
    /// Below that, from so many on, all of them missing is no chance.
    private static var few: Int { 5 }
    /// So many objects newer than everything in a table are not what failed deletions leave.
    private static var manyBeyond: Int { 10 }

    private var files: Part {
        Part(asked: local.asked + cached.asked, present: local.present + cached.present)
    }

    /// What is odd about it, nil when nothing is.
    ///
    /// A server loses a part of its cached files (a restored backup, a broken disk) and keeps orphans of deletions that
    /// failed; the wrong storage has next to none of the files, and next to none of its objects has a row.
    package var doubt: StorageDoubt? {
        if files.asked >= Self.few, files.present == 0 { return .nothingThere(of: files.asked) }
        if local.isTelling, local.isMostlyMissing { return .localMissing(local) }
        if cached.isTelling, cached.isMostlyMissing { return .cachedMissing(cached) }
        if files.isTelling, files.isMostlyMissing { return .filesMissing(files) }
        if newest.asked * 2 >= Self.telling, newest.present == 0 { return .newestMissing(of: newest.asked) }
        if objects.asked >= Self.few, objects.present == 0 { return .strangers(objects) }
        if objects.isTelling, objects.present * 10 < objects.asked { return .strangers(objects) }
        if beyond >= Self.manyBeyond { return .beyond(beyond) }
        return nil
    }
}

/// Why the storage may be another one than the server's.
package enum StorageDoubt: Sendable, Equatable {
    case nothingThere(of: Int)
    case localMissing(StorageSample.Part)
    case cachedMissing(StorageSample.Part)
    case filesMissing(StorageSample.Part)
    case newestMissing(of: Int)
    case strangers(StorageSample.Part)
    case beyond(Int)

    /// What was looked at and found, with numbers.
    package var reason: String {
        switch self {
        case .nothingThere(let asked): "of \(asked) files that rows name, none is there"
        case .localMissing(let part): "of \(part.asked) local files that rows name, \(part.present) are there"
        case .cachedMissing(let part): "of \(part.asked) cached files that rows name, \(part.present) are there"
        case .filesMissing(let part): "of \(part.asked) files that rows name, \(part.present) are there"
        case .newestMissing(let asked):
            "of the files of the newest \(asked) rows none is there: the storage is older than the database"
        case .strangers(let part):
            "of \(part.asked) stored objects, \(part.present) belong to a row of this database"
        case .beyond(let count):
            "at least \(count) stored objects are newer than every row of this database: it is an older copy, or "
                + "another server's"
        }
    }
}
