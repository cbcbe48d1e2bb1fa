import Faults
import Glibc
import Model

/// Copies of the local media of a bucket, in another bucket or a folder. Names of stored files are used for one content
/// alone, so that all backups share the copies: each has a list of keys, and a copy goes when no list names it.
package struct MediaMirror: Sendable {
    /// Where the instance has its media.
    let own: StoragePlace
    let copies: StoragePlace
    /// Seconds for which a copy that no list names is kept: a list may be about to be made.
    private let grace: Double

    /// - Throws: `Fault(.usage)` when both are one storage.
    package init(of own: StoragePlace, in copies: StoragePlace, grace: Double) throws {
        _ = try StoragePair(from: own, to: copies)
        self.own = own
        self.copies = copies
        self.grace = grace
    }

    /// What it is called: `s3:cold`.
    package var form: String { copies.form }

    private static let scope = MoveScope([.local])

    /// Copies what is absent, and writes the list of what is there then, in byte order of the keys.
    ///
    /// - Parameters:
    ///   - path: of the list.
    ///   - hear: is told the bytes looked at so far.
    /// - Throws: `Fault(.inputOutput)` when a file could not be copied: then there is no list to be kept.
    package func update(
        list path: String, at site: Site<ReadWrite>, _ hear: (_ bytes: Int64) -> Void
    ) async throws -> MirrorUpdate {
        let list = try KeyList.Writer(path)
        let pair = try StoragePair(from: own, to: copies)
        let owners = FileOwners(schema: site.instance.schema)
        var update = MirrorUpdate()
        for prefix in Self.scope.prefixes {
            let pages = try await pair.compared(below: prefix) { try await Self.local($0, owners, at: site) }
            // In a copy of a bucket by itself nearly all time is waiting.
            for try await (page, result) in pages.ahead({ ($0, try await pair.copy($0.missing, at: site)) }) {
                update.links += result.failures.filter(\.isLink).map(\.key.text)
                if let failure = result.failures.first(where: { !$0.isLink }) {
                    throw Fault(
                        .inputOutput, "cannot copy \(failure.key.text) to \(copies.place)", notes: [failure.reason])
                }
                update.copied += result.copied
                update.bytesCopied += result.bytes
                update.vanished += result.vanished
                for object in (page.present + result.proven).sorted(by: { $0.key < $1.key }) {
                    update.files += 1
                    update.bytes += object.size
                    try list.add(object)
                }
                hear(update.bytes)
            }
        }
        try list.finish()
        return update
    }

    /// The server's own files, without those of remote accounts that old servers (storage schema version 0) stored
    /// among the local ones.
    private static func local(
        _ objects: [StoredObject], _ owners: FileOwners, at site: Site<ReadWrite>
    ) async throws -> [StoredObject] {
        let paths = objects.map { (object: $0, path: try? StoredPath($0.key)) }
        let groups = Dictionary(grouping: paths.compactMap(\.path), by: \.kind)
        guard !groups.isEmpty else { return [] }
        let remote = try await site.database.read { transaction in
            var remote: [AttachmentKind: Set<Int64>] = [:]
            for (kind, paths) in groups {
                let files = try await owners.files(of: kind, ids: paths.map(\.id), over: transaction)
                remote[kind] = Set(files.values.filter { !$0.isLocal }.map(\.id))
            }
            return remote
        }
        return paths.filter { $0.path.map { remote[$0.kind]?.contains($0.id) != true } ?? false }.map(\.object)
    }

    /// What of a list is not among the copies, or has another size.
    ///
    /// - Parameter count: how many are told.
    package func missing(from list: String, telling count: Int) async throws -> (keys: [String], missing: Int) {
        guard let store = try await copies.store() else {
            throw Fault(.noSuch, "there is no folder \(copies.place)")
        }
        var (keys, number): ([String], Int) = ([], 0)
        for try await page in KeyList.pages(list).compared(with: store.list(prefix: "", after: nil)) {
            keys += page.missing.prefix(count - keys.count).map(\.key.text)
            number += page.missing.count
        }
        return (keys, number)
    }

    /// Reads the copies that a list names and compares them with what the server's storage told of the files.
    ///
    /// - Parameters:
    ///   - reading: all of them, or a slice.
    ///   - others: lists whose copies have been read.
    ///   - count: how many are told.
    package func damaged(
        in list: String, _ reading: ArchiveReading, besides others: [String], telling count: Int
    ) async throws -> (keys: [String], damaged: Int) {
        guard reading != .structure, let store = try await copies.store(), let source = try await own.store() else {
            return ([], 0)
        }
        let copier = ObjectCopier(from: source, to: store)
        var read = try others.map { try KeyList.Reader($0) }
        var all = CopyComparison()
        var number = 0
        for try await page in KeyList.pages(list) {
            var due: [StoredObject] = []
            for object in page {
                var isRead = false
                for index in read.indices where try read[index].has(object.key) { isRead = true }
                if isRead { continue }
                if reading.includes(number) { due.append(object) }
                number += 1
            }
            all.add(try await copier.compare(due))
        }
        // Where no tag fits, tags say nothing.
        let keys = (all.altered + (all.fitting > 0 ? all.doubtful : [])).map(\.text).sorted()
        return (Array(keys.prefix(count)), keys.count)
    }

    /// Asks for some files of a list, any as likely as another.
    ///
    /// - Returns: what is wrong with them.
    package func sampled(_ count: Int, of list: String) async throws -> [String] {
        guard let store = try await copies.store() else { return ["there is no folder \(copies.place)"] }
        var sample: [StoredObject] = []
        var seen = 0
        for try await page in KeyList.pages(list) {
            for object in page {
                seen += 1
                if sample.count < count {
                    sample.append(object)
                } else if case let place = Int.random(in: 0..<seen), place < count {
                    sample[place] = object
                }
            }
        }
        let found = try await store.find(sample.map(\.key)).reduce(into: [:]) { $0[$1.key] = $1 }
        return sample.sorted { $0.key < $1.key }.compactMap { object in
            guard let copy = found[object.key] else { return "\(object.key.text) is missing" }
            return copy.size == object.size ? nil : "\(object.key.text) is not what was saved"
        }
    }

    /// Brings what a list names into the instance's storage; what is there already stays.
    ///
    /// - Returns: how many files and bytes were brought, and what could not be.
    package func restore(
        _ list: String, at site: Site<ReadWrite>, _ hear: (_ bytes: Int64) -> Void
    ) async throws -> ObjectCopier.Result {
        let pair = try StoragePair(from: copies, to: own)
        let present = try await own.store()
        var all = ObjectCopier.Result()
        for try await page in KeyList.pages(list).compared(with: present?.list(prefix: "", after: nil)) {
            var result = try await pair.copy(
                page.missing.map { StoredObject(key: $0.key, size: $0.size, modified: 0) }, at: site)
            result.proven = []
            all.add(result)
            hear(all.bytes)
        }
        return all
    }

    /// Removes the copies that none of these lists names, once they are older than the grace time.
    ///
    /// - Parameter lists: of all backups that are kept; a list that is missing among them costs a backup its media.
    package func sweep(keeping lists: [String], at site: Site<ReadWrite>) async throws -> (files: Int, bytes: Int64) {
        let store = try await copies.store(at: site)
        var kept = try lists.map { try KeyList.Reader($0) }
        let now = UTCTime.now.seconds
        var (files, bytes): (Int, Int64) = (0, 0)
        for prefix in Self.scope.prefixes {
            for try await page in store.list(prefix: prefix, after: nil) {
                var doomed: [StoredObject] = []
                for object in page {
                    var isKept = false
                    for index in kept.indices where try kept[index].has(object.key) { isKept = true }
                    if !isKept, now - object.modified > grace, object.key.isSafe { doomed.append(object) }
                }
                if doomed.isEmpty { continue }
                let failed = Set(try await store.delete(doomed.map(\.key)).failures.map(\.key))
                let gone = doomed.filter { !failed.contains($0.key) }
                files += gone.count
                bytes += gone.reduce(0) { $0 + $1.size }
            }
        }
        return (files, bytes)
    }
}

/// What a mirror was brought to.
package struct MirrorUpdate: Sendable {
    /// Named by the list.
    package var files = 0
    package var bytes: Int64 = 0
    /// Not there before.
    package var copied = 0
    package var bytesCopied: Int64 = 0
    package var vanished = 0
    /// Symbolic links, which no bucket can have.
    package var links: [String] = []
}
