import Glibc
import Model
import Stores
import Support
import Testing

@Suite struct FileObjectStoreTests {
    let folder = TemporaryFolder()

    func store() throws -> FileObjectStore { try FileObjectStore(root: folder.path) }

    func names(_ store: FileObjectStore, prefix: String = "", after: ObjectKey? = nil) async throws -> [ObjectKey] {
        var keys: [ObjectKey] = []
        for try await page in store.list(prefix: prefix, after: after) { keys += page.map(\.key) }
        return keys
    }

    @Test func `a deletion takes the directories that became empty and leaves the root`() async throws {
        let store = try store()
        folder.make("a/b/c/original/x.jpg")
        folder.make("a/b/c/small/x.jpg")
        folder.make("a/d/x.jpg")
        let first = try await store.delete(["a/b/c/original/x.jpg", "a/b/c/small/x.jpg"].map(ObjectKey.init))
        #expect(first.failures.isEmpty)
        #expect(!folder.has("a/b"))
        #expect(folder.has("a/d/x.jpg"))
        #expect(try await store.delete([ObjectKey("a/d/x.jpg")]).failures.isEmpty)
        #expect(!folder.has("a"))
        #expect(folder.has(""))
    }

    @Test func `a file already gone is success and its empty directory goes too`() async throws {
        folder.make("a/b/x")
        unlink(folder.path + "/a/b/x")
        folder.make("c/d/x")
        let outcome = try await store().delete([ObjectKey("a/b/x"), ObjectKey("c/none/x")])
        #expect(outcome.failures.isEmpty)
        #expect(!folder.has("a"))
        #expect(folder.has("c/d/x"))
    }

    @Test func `a link at the end is deleted itself and its target stays`() async throws {
        folder.make("real/target")
        folder.make("a/x")
        symlink("../real/target", folder.path + "/a/link")
        symlink("../real", folder.path + "/a/folder")
        let outcome = try await store().delete([ObjectKey("a/link"), ObjectKey("a/folder")])
        #expect(outcome.failures.isEmpty)
        #expect(folder.has("real/target"))
        #expect(!folder.has("a/link"))
        #expect(!folder.has("a/folder"))
    }

    @Test func `a link on the way is refused for every change and nothing behind it is touched`() async throws {
        let outside = TemporaryFolder()
        outside.make("b/secret")
        folder.make("y")
        symlink(outside.path, folder.path + "/a")
        let store = try store()
        let key = ObjectKey("a/b/secret")
        for outcome in [
            try await store.delete([key]), try await store.move(key, to: ObjectKey("z")),
            try await store.publish(key), try await store.move(ObjectKey("y"), to: ObjectKey("a/y")),
        ] {
            #expect(outcome.failures.map(\.reason) == ["a symbolic link stands in the path"])
        }
        await #expect(throws: FileError.self) { try await store.read(key) }
        await #expect(throws: FileError.self) { try await store.find(key) }
        await #expect(throws: FileError.self) { try await store.write([1], to: ObjectKey("a/new")) }
        #expect(outside.has("b/secret"))
        #expect(!outside.has("new"))
        #expect(try await names(store) == [ObjectKey("a"), ObjectKey("y")])
    }

    @Test(arguments: ["", "/x", "x/", "a//x", ".", "..", "a/../x", "../x", "a/./x", "a\0b"])
    func `an unsafe name is refused and the others of the call are deleted`(name: String) async throws {
        folder.make("x")
        folder.make("good")
        folder.make("a/keep")
        let outcome = try await store().delete([ObjectKey(name), ObjectKey("good")])
        #expect(outcome.failures == [ObjectFailure(key: ObjectKey(name), reason: "refused name", isTransient: false)])
        #expect(folder.has("x"))
        #expect(!folder.has("good"))
    }

    @Test func `a name that is not UTF-8 is listed in its place and never deleted`() async throws {
        folder.make("a/x")
        folder.make("c")
        let odd: [UInt8] = Array((folder.path + "/b").utf8) + [0xE9, 0]
        let file = odd.withUnsafeBytes { creat($0.baseAddress!.assumingMemoryBound(to: CChar.self), 0o644) }
        close(file)
        let store = try store()
        let found = try await names(store)
        #expect(found.map(\.text) == ["a/x", "b\\xE9", "c"])
        #expect(found.map(\.isSafe) == [true, false, true])
        #expect(try await names(store, after: found[1]).map(\.text) == ["c"])
        #expect(try await store.delete([found[1]]).failures.count == 1)
        #expect(try await names(store) == found)
    }

    @Test func `a directory in the place of a file is a failure of that key`() async throws {
        folder.make("a/b/x")
        folder.make("f")
        let outcome = try await store().delete([ObjectKey("a/b"), ObjectKey("f/below")])
        #expect(outcome.failures.map(\.reason) == ["is a directory"])
        #expect(folder.has("a/b/x"))
        #expect(folder.has("f"))
    }

    @Test func `directories vanishing under the walk are no error`() async throws {
        for index in 0..<3000 { folder.make("d\(index)/x") }
        let store = try store()
        var pages = store.list(prefix: "", after: nil).makeAsyncIterator()
        var count = try #require(try await pages.next()).count
        var keys: [ObjectKey] = []
        for index in 0..<3000 { keys.append(ObjectKey("d\(index)/x")) }
        #expect(try await store.delete(keys).failures.isEmpty)
        while let page = try await pages.next() { count += page.count }
        #expect(count == 1000)
    }

    @Test func `a cancelled listing throws rather than end`() async throws {
        for index in 0..<1500 { folder.make("\(index)") }
        let store = try store()
        let listing = Task {
            var pages = store.list(prefix: "", after: nil).makeAsyncIterator()
            _ = try await pages.next()
            withUnsafeCurrentTask { $0?.cancel() }
            while try await pages.next() != nil {}
        }
        await #expect(throws: CancellationError.self) { try await listing.value }
    }

    @Test func `publishing gives mode 0644 and refuses a link`() async throws {
        folder.make("a/x")
        chmod(folder.path + "/a/x", 0o600)
        symlink("x", folder.path + "/a/link")
        let store = try store()
        #expect(try await store.publish(ObjectKey("a/x")).failures.isEmpty)
        var status = stat()
        lstat(folder.path + "/a/x", &status)
        #expect(status.st_mode & 0o777 == 0o644)
        #expect(try await store.publish(ObjectKey("a/link")).failures.count == 1)
    }

    @Test func `free space is what statvfs says`() async throws {
        let free = try #require(try await store().freeSpace())
        #expect(free > 0)
    }

    @Test func `a root that is not there is an error by its number`() {
        #expect(throws: FileError(code: ENOENT, action: "open", path: folder.path + "/none")) {
            try FileObjectStore(root: folder.path + "/none")
        }
    }

    @Test func `a closed store answers with an error`() async throws {
        let store = try store()
        await store.close()
        await #expect(throws: FileError.self) { try await store.find(ObjectKey("x")) }
    }

    @Test(.enabled(if: Protection.isPossible, "root without chattr cannot be denied anything"))
    func `what may not be deleted is a failure of that key and the rest goes`() async throws {
        folder.make("a/x")
        folder.make("b/x")
        let protection = Protection(folder.path + "/a")
        let outcome = try await store().delete([ObjectKey("a/x"), ObjectKey("b/x")])
        protection.end()
        #expect(outcome.failures.map(\.key) == [ObjectKey("a/x")])
        #expect(["permission denied", "operation not permitted"].contains(outcome.failures[0].reason))
        #expect(outcome.failures[0].isTransient == false)
        #expect(folder.has("a/x"))
        #expect(!folder.has("b"))
    }

    @Test(.enabled(if: geteuid() != 0, "root may read every directory"))
    func `a directory that cannot be read ends the listing with an error`() async throws {
        folder.make("a/x")
        chmod(folder.path + "/a", 0)
        defer { chmod(folder.path + "/a", 0o755) }
        let store = try store()
        await #expect(throws: FileError(code: EACCES, action: "read", path: "a/")) { try await names(store) }
    }
}

/// A directory in which nothing may be changed: by its mode, or for root by the immutable flag.
private struct Protection {
    let path: String

    init(_ path: String) {
        self.path = path
        if geteuid() == 0 { _ = Self.change("+i", path) } else { chmod(path, 0o555) }
    }

    func end() {
        if geteuid() == 0 { _ = Self.change("-i", path) } else { chmod(path, 0o755) }
    }

    static var isPossible: Bool {
        guard geteuid() == 0 else { return true }
        let folder = TemporaryFolder()
        defer { _ = change("-i", folder.path) }
        return change("+i", folder.path)
    }

    private static func change(_ flag: String, _ path: String) -> Bool {
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("chattr"), strdup(flag), strdup(path), nil]
        defer { arguments.forEach { free($0) } }
        var process = pid_t()
        var status: Int32 = 1
        guard posix_spawnp(&process, "chattr", nil, nil, &arguments, nil) == 0 else { return false }
        waitpid(process, &status, 0)
        return status == 0
    }
}
