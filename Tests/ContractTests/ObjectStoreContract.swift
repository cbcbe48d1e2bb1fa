import Model
import S3
import Stores
import Support
import Testing

/// One of the stores, empty and of the test's own.
enum Kind: String, CaseIterable, CustomTestStringConvertible {
    case file, bucket, bucketBelowPrefix

    var testDescription: String { rawValue }

    /// What can run here.
    static var available: [Kind] { SharedS3.isAvailable ? allCases : [.file] }

    func open() async throws -> (store: any ObjectStore, folder: TemporaryFolder?) {
        switch self {
        case .file:
            let folder = TemporaryFolder()
            return (try FileObjectStore(root: folder.path), folder)
        case .bucket: return (BucketObjectStore(try await SharedS3.bucket()), nil)
        case .bucketBelowPrefix:
            let settings = try await SharedS3.bucket()
            let around = S3Client(settings)
            for key in ["a", "pre", "pre/fi", "pre/fix0", "pre/fix-a", "z"] { try await around.put(key, [1]) }
            return (BucketObjectStore(settings, keyPrefix: "/pre/fix/"), nil)
        }
    }
}

/// What every object store promises.
@Suite(.timeLimit(.minutes(5))) struct ObjectStoreContract {
    static let awkward = [
        "plain.jpg", "with space", "plus+plus", "percent%20", "q?x=y&z", "hash#tag", "ünï/cödé 日本語.png", "quote'\"",
        "<&>;", "tab\tnew\nline", "a/b/c/d/e/f", "tilde~!*()", "back\\slash", "colon:semi;comma,", "dot.", ".hidden",
        "..two", "nfd-e\u{301}", "nfd-\u{e9}", "emoji-🦣",
    ].map { ObjectKey($0) }

    func keys(_ store: any ObjectStore, prefix: String = "", after: String? = nil) async throws -> [ObjectKey] {
        var keys: [ObjectKey] = []
        for try await page in store.list(prefix: prefix, after: after.map { ObjectKey($0) }) {
            #expect((1...1000).contains(page.count))
            keys += page.map(\.key)
        }
        return keys
    }

    func fill(_ store: any ObjectStore, _ keys: [ObjectKey]) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for key in keys { group.addTask { try await store.write(Array("content".utf8), to: key) } }
            try await group.waitForAll()
        }
    }

    @Test(arguments: Kind.available)
    func `an empty store lists nothing and finds nothing`(kind: Kind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        #expect(try await keys(store).isEmpty)
        #expect(try await store.find(ObjectKey("none")) == nil)
        #expect(try await store.read(ObjectKey("none/at/all")) == nil)
        await store.close()
    }

    @Test(arguments: Kind.available)
    func `awkward keys are written, listed in byte order, found, read and deleted`(kind: Kind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        try await fill(store, Self.awkward)
        #expect(try await keys(store) == Self.awkward.sorted())
        for key in Self.awkward {
            let object = try #require(try await store.find(key), "\(key)")
            #expect(object.size == 7)
            #expect(object.modified > 1_700_000_000)
            #expect(try await store.read(key) == Array("content".utf8))
        }
        let half = Array(Self.awkward.prefix(Self.awkward.count / 2))
        #expect(try await store.delete(half).failures.isEmpty)
        #expect(try await keys(store) == Self.awkward.dropFirst(half.count).sorted())
        await store.close()
    }

    @Test(arguments: Kind.available)
    func `names of directories sort by whole keys`(kind: Kind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        let order = ["a-/x", "a.b", "a/b", "a/c/d", "a/c.d", "a0", "ab/c", "b"].map { ObjectKey($0) }
        try await fill(store, order.reversed())
        let sorted = order.sorted()
        #expect(try await keys(store) == sorted)
        for (index, key) in sorted.enumerated() {
            #expect(try await keys(store, after: key.text) == Array(sorted.dropFirst(index + 1)), "after \(key)")
        }
        #expect(try await keys(store, after: "a/") == sorted.filter { $0 > ObjectKey("a/") })
        #expect(try await keys(store, after: "a/c") == sorted.filter { $0 > ObjectKey("a/c") })
        #expect(try await keys(store, after: "zz").isEmpty)
        await store.close()
    }

    @Test(arguments: Kind.available)
    func `a prefix ends anywhere in a key`(kind: Kind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        let all = ["cache/a/1", "cache/a/2", "cache/ab/1", "cache/b", "cached", "z/cache/a"].map { ObjectKey($0) }
        try await fill(store, all)
        for prefix in ["cache/", "cache/a", "cache/a/", "cach", "cache/a/1", "none/", "cache//", "/", "cache/../"] {
            let expected = all.filter { $0.text.utf8.starts(with: prefix.utf8) }.sorted()
            #expect(try await keys(store, prefix: prefix) == expected, "prefix \(prefix)")
        }
        #expect(
            try await keys(store, prefix: "cache/a", after: "cache/a/1") == [
                ObjectKey("cache/a/2"), ObjectKey("cache/ab/1"),
            ])
        #expect(try await keys(store, prefix: "cache/a", after: "b").count == 3)
        #expect(try await keys(store, prefix: "cache/a", after: "d").isEmpty)
        await store.close()
    }

    @Test(arguments: Kind.available, [999, 1000, 1001])
    func `pages end where they should`(kind: Kind, count: Int) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        let all = (0..<count).map { ObjectKey("d\($0 % 7)/\($0)") }
        try await fill(store, all)
        #expect(try await keys(store) == all.sorted())
        #expect(try await store.delete(all).failures.isEmpty)
        #expect(try await keys(store).isEmpty)
        await store.close()
    }

    @Test(arguments: Kind.available)
    func `deleting what is not there is success`(kind: Kind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        try await fill(store, [ObjectKey("a/b")])
        let outcome = try await store.delete(["a/b", "a/b", "a/c", "x/y/z", "a/b/c"].map { ObjectKey($0) })
        #expect(outcome.failures.isEmpty)
        #expect(try await store.delete([]).failures.isEmpty)
        #expect(try await keys(store).isEmpty)
        await store.close()
    }

    @Test(arguments: Kind.available, ["", "/a", "a/", "a//b", ".", "..", "a/../b", "a\0b"])
    func `an unsafe name is refused by every change, alone`(kind: Kind, name: String) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        try await fill(store, [ObjectKey("a/b"), ObjectKey("good")])
        let key = ObjectKey(name)
        let refusal = [ObjectFailure(key: key, reason: "refused name", isTransient: false)]
        #expect(try await store.delete([key, ObjectKey("good")]).failures == refusal)
        #expect(try await store.move(key, to: ObjectKey("c")).failures == refusal)
        #expect(try await store.publish(key).failures == refusal)
        #expect(try await store.move(ObjectKey("a/b"), to: key).failures.count == 1)
        await #expect(throws: (any Error).self) { try await store.read(key) }
        await #expect(throws: (any Error).self) { try await store.write([], to: key) }
        #expect(try await keys(store) == [ObjectKey("a/b")])
        await store.close()
    }

    @Test(arguments: Kind.available)
    func `a move keeps the content, replaces the target and leaves no source`(kind: Kind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        for key in Self.awkward {
            let target = ObjectKey("quarantine/" + key.text)
            try await store.write([1], to: key)
            try await store.write([2, 3], to: target)
            #expect(try await store.move(key, to: target).failures.isEmpty)
            #expect(try await store.find(key) == nil)
            #expect(try await store.read(target) == [1])
        }
        #expect(try await store.move(ObjectKey("none"), to: ObjectKey("some")).failures.count == 1)
        try await store.write([1], to: ObjectKey("same"))
        #expect(try await store.move(ObjectKey("none"), to: ObjectKey("same")).failures.count == 1)
        #expect(try await store.read(ObjectKey("same")) == [1])
        await store.close()
    }

    @Test(arguments: Kind.available)
    func `publishing works on what is there and fails on what is not`(kind: Kind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        try await fill(store, [ObjectKey("a/b c")])
        #expect(try await store.publish(ObjectKey("a/b c")).failures.isEmpty)
        #expect(try await store.publish(ObjectKey("none")).failures.count == 1)
        await store.close()
    }
}
