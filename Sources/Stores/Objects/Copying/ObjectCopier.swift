import Faults
import Glibc
import HTTP
import Model
import S3

/// Copies objects from one storage into another and makes sure of each copy. The one place that does: media that move,
/// mirrors of backups, hand-overs, restores.
package struct ObjectCopier: Sendable {
    let source: any ObjectStore
    let target: any ObjectStore
    /// Bytes of pieces on their way, of all copies together.
    private static let budget = CopyBudget(bytes: 6 * ObjectContent.pieceSize)
    /// Objects of one call on their way at once.
    static let width = 8

    package init(from source: any ObjectStore, to target: any ObjectStore) {
        self.source = source
        self.target = target
    }

    /// What became of some objects.
    package struct Result: Sendable {
        package var copied = 0
        package var bytes: Int64 = 0
        /// Went away while they were about to be copied.
        package var vanished = 0
        package var failures: [ObjectFailure] = []
        /// Those that are in both storages, and the same.
        package var proven: [StoredObject] = []
    }

    /// Copies objects, whatever is at the target.
    ///
    /// - Throws: what is about all of them: a full disk, a bucket that is not there.
    package func copy(_ objects: [StoredObject]) async throws -> Result {
        try await each(of: objects) { object, result in
            try await copy(object)
            result.copied += 1
            result.bytes += object.size
            result.proven.append(object)
        }
    }

    /// Looks whether objects are in both storages, byte for byte; copies once more what is not.
    package func prove(_ objects: [StoredObject]) async throws -> Result {
        try await each(of: objects) { object, result in
            if try await !isSame(object) {
                try await copy(object)
                result.copied += 1
                result.bytes += object.size
            }
            result.proven.append(object)
        }
    }

    private func each(
        of objects: [StoredObject], _ body: @escaping @Sendable (StoredObject, inout Result) async throws -> Void
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result.self) { group in
            var rest = objects[...]
            for object in rest.prefix(Self.width) { group.addTask { try await one(object, body) } }
            rest = rest.dropFirst(Self.width)
            var all = Result()
            while let result = try await group.next() {
                all.add(result)
                if let object = rest.popFirst() { group.addTask { try await one(object, body) } }
            }
            return all
        }
    }

    /// The trouble of one object is in the result.
    private func one(
        _ object: StoredObject, _ body: @Sendable (StoredObject, inout Result) async throws -> Void
    ) async throws -> Result {
        var result = Result()
        let failure: (reason: String, isTransient: Bool)
        guard object.key.isSafe else {
            result.failures = [ObjectFailure(key: object.key, reason: "refused name", isTransient: false)]
            return result
        }
        let size = min(Int(object.size), ObjectContent.pieceSize)
        await Self.budget.enter(size)
        defer { Self.budget.leave(size) }
        do {
            try await body(object, &result)
            return result
        } catch is ObjectGone {
            guard try await source.find(object.key) != nil else {
                result.vanished = 1
                return result
            }
            failure = ("changed while it was read", true)
        } catch is ObjectIsLink {
            result.failures = [
                ObjectFailure(key: object.key, reason: FileError.reason(ELOOP), isTransient: false)
            ]
            result.failures[0].isLink = true
            return result
        } catch let error as S3Error where !error.isAboutAll && error.status != 507 {
            failure = (error.description, error.isTransient)
        } catch let error as HTTPError where error.isTransient {
            failure = (error.reason, true)
        } catch let error as FileError where ![ENOSPC, EDQUOT, EROFS].contains(error.code) {
            failure = (FileError.reason(error.code), error.isTransient)
        }
        result.failures = [ObjectFailure(key: object.key, reason: failure.reason, isTransient: failure.isTransient)]
        return result
    }

    private func copy(_ object: StoredObject) async throws {
        let served = FileServing(of: object.key)
        if try await target.takeNearby(object, from: source, served: served) {
            guard try await isSame(object) else { throw Self.unlike(object) }
            return
        }
        // A link has no bytes, and must not become a file without any.
        if object.size == 0 {
            do {
                if try await source.read(object.key, from: 0, count: 1)?.isEmpty == false { throw ObjectGone() }
            } catch let error as FileError where error.code == ELOOP {
                throw ObjectIsLink()
            }
        }
        let maker = ContentTags.Maker()
        let content = ObjectContent(size: object.size) { [source] offset, count in
            guard let piece = try await source.read(object.key, from: offset, count: count), piece.count == count
            else { throw ObjectGone() }
            maker.add(piece)
            return piece
        }
        let told = try await target.take(object.key, content, served: served)
        let tags = maker.tags()
        if tags.fit(told) { return }
        guard try await isThere(object, tags) else { throw Self.unlike(object) }
    }

    /// Whether the target has it with this content.
    private func isThere(_ object: StoredObject, _ tags: ContentTags) async throws -> Bool {
        guard let copy = try await target.find(object.key), copy.size == object.size else { return false }
        if tags.fit(copy.tag) { return true }
        return try await self.tags(of: copy, in: target).whole == tags.whole
    }

    /// Whether both have it with the same content.
    private func isSame(_ object: StoredObject) async throws -> Bool {
        guard let copy = try await target.find(object.key), copy.size == object.size else { return false }
        if let one = object.tag, let other = copy.tag, one == other { return true }
        let tags = try await tags(of: object, in: source)
        if tags.fit(copy.tag) { return true }
        return try await self.tags(of: copy, in: target).whole == tags.whole
    }

    func tags(of object: StoredObject, in store: any ObjectStore) async throws -> ContentTags {
        let content = ObjectContent(size: object.size) { offset, count in
            guard let piece = try await store.read(object.key, from: offset, count: count), piece.count == count
            else { throw ObjectGone() }
            return piece
        }
        let maker = ContentTags.Maker()
        var offset: Int64 = 0
        while let piece = try await content.piece(from: offset) {
            maker.add(piece)
            offset += Int64(piece.count)
        }
        return maker.tags()
    }

    private static func unlike(_ object: StoredObject) -> FileError {
        FileError(code: EIO, action: "copy", path: object.key.text)
    }
}

/// What is to be copied is a symbolic link.
private struct ObjectIsLink: Error {}

extension ObjectCopier.Result {
    package mutating func add(_ other: Self) {
        copied += other.copied
        bytes += other.bytes
        vanished += other.vanished
        failures += other.failures
        proven += other.proven
    }
}

/// How many bytes may be on their way at once.
private final class CopyBudget: Sendable {
    private actor Room {
        private let total: Int
        private var free: Int
        private var waiting: [(size: Int, go: CheckedContinuation<Void, Never>)] = []

        init(_ total: Int) {
            self.total = total
            free = total
        }

        func enter(_ size: Int) async {
            if waiting.isEmpty, free >= size {
                free -= size
                return
            }
            await withCheckedContinuation { waiting.append((size, $0)) }
        }

        func leave(_ size: Int) {
            free += size
            while let first = waiting.first, first.size <= free {
                free -= first.size
                waiting.removeFirst().go.resume()
            }
        }
    }

    private let room: Room

    init(bytes: Int) {
        room = Room(bytes)
    }

    func enter(_ size: Int) async { await room.enter(size) }
    func leave(_ size: Int) { Task { await room.leave(size) } }
}
