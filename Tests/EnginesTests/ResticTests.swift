import Faults
import Glibc
import Model
import Processes
import Support
import Testing

@testable import Engines

/// restic as it is installed, with a repository of the test's own.
@Suite(.enabled(if: Bench.isInstalled, "restic is not installed")) struct ResticTests {
    @Test func `there is no repository, then there is one, and another password does not open it`() async throws {
        let bench = try await Bench.make()
        #expect(try await bench.restic.open() == nil)
        try await bench.restic.initialise()
        #expect(try await bench.restic.open() != nil)
        await #expect(throws: EngineError.self) { try await bench.restic.initialise() }
        do {
            _ = try await bench.with(password: "another").open()
            Issue.record("another password opened it")
        } catch let error as EngineError {
            #expect(error.kind == .wrongPassword)
        }
    }

    @Test func `a folder is saved, found, read and put back`() async throws {
        let bench = try await Bench.ready()
        bench.write("a/one", "first")
        bench.write("a/cache/two", "second")
        let saved = try await bench.restic.backup(
            .folder("\(bench.path)/a", excluding: ["\(bench.path)/a/cache"]), tags: ["mastoctl", "part=media"],
            host: "example.org")
        let found = try await bench.restic.snapshots(tags: ["mastoctl"])
        #expect(found.count == 1 && found[0].id.hasPrefix(saved.snapshot) && found[0].id.count == 64)
        #expect(found[0].paths == ["\(bench.path)/a"] && found[0].tag("part") == "media")
        let bytes = try await bench.restic.content(of: "\(bench.path)/a/one", in: found[0].id)
        #expect(String(decoding: bytes, as: UTF8.self) == "first")
        try await bench.restic.restore(found[0].id, below: "\(bench.path)/back")
        #expect(TextFile.read("\(bench.path)/back\(bench.path)/a/one") == "first")
        #expect(TextFile.read("\(bench.path)/back\(bench.path)/a/cache/two") == nil)
    }

    @Test func `a source that is not there is told, where restic itself passes it over`() async throws {
        let bench = try await Bench.ready()
        await #expect(throws: Fault.self) {
            try await bench.restic.backup(.folder("\(bench.path)/nowhere"), tags: ["mastoctl"], host: "h")
        }
        #expect(try await bench.restic.snapshots(tags: ["mastoctl"]).isEmpty)
    }

    @Test func `what restic says of single files is read`() {
        let gone =
            #"{"message_type":"error","error":{"Op":"lstat","Path":"/m/a","Err":2},"during":"archival","item":"/m/a"}"#
        let denied =
            #"{"message_type":"error","error":{"Op":"open","Path":"/m/b","Err":13},"during":"archival","item":"/m/b"}"#
        let newer =
            #"{"message_type":"error","error":{"message":"open /m/c: permission denied"},"during":"scan","item":"/m/c"}"#
        let (vanished, unreadable) = Restic.troubles([gone, denied, newer, "no JSON"])
        #expect(vanished == 1)
        #expect(unreadable == ["/m/b: Permission denied", "/m/c: open /m/c: permission denied"])
    }

    /// Trap: restic takes the end of its input for the end of the data, also when the producer died half way.
    @Test func `a producer that dies half way leaves no snapshot`() async throws {
        let bench = try await Bench.ready()
        let dying = Invocation("/bin/sh", ["-c", "head -c 300000 /dev/urandom; exit 3"])
        do {
            _ = try await bench.restic.backup(from: dying, name: "dump", tags: ["mastoctl"], host: "h")
            Issue.record("half a dump was taken for one")
        } catch let error as EngineError {
            #expect(error.program == "sh" && error.status == 3)
        }
        #expect(try await bench.restic.snapshots(tags: ["mastoctl"]).isEmpty)
        #expect(bench.locks.isEmpty, "it was stopped so that its lock went")
        let living = Invocation("/bin/sh", ["-c", "head -c 300000 /dev/urandom"])
        let saved = try await bench.restic.backup(from: living, name: "dump", tags: ["mastoctl"], host: "h")
        #expect(saved.processed == 300_000)
    }

    @Test func `nothing at all is no backup`() async throws {
        let bench = try await Bench.ready()
        await #expect(throws: EngineError.self) {
            try await bench.restic.backup(.bytes([], name: "empty"), tags: ["mastoctl"], host: "h")
        }
        #expect(try await bench.restic.snapshots(tags: ["mastoctl"]).isEmpty)
    }

    /// Trap: without reading data, a check passes over a byte that has changed.
    @Test func `a flipped byte is found by reading, a missing pack without`() async throws {
        let bench = try await Bench.ready()
        _ = try await bench.restic.backup(
            .bytes((0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }, name: "x"), tags: ["mastoctl"],
            host: "h")
        #expect(try await bench.restic.check(.all) == [])
        let pack = try #require(bench.packs.max { $0.size < $1.size })
        bench.flip(pack.path, at: pack.size / 3)
        #expect(try await bench.restic.check(.structure) == [])
        #expect(try await bench.restic.check(.all) != [])
        unlink(pack.path)
        #expect(try await bench.restic.check(.structure) != [])
    }

    /// Trap: a killed run's lock keeps the repository from being pruned; `unlock` removes that of the dead alone.
    @Test func `the lock of a run that was killed goes, and forgetting goes on`() async throws {
        let bench = try await Bench.ready()
        let saved = try await bench.restic.backup(.bytes([1, 2, 3], name: "x"), tags: ["mastoctl"], host: "h")
        let id = try #require(try await bench.restic.snapshots(tags: ["mastoctl"]).first?.id)
        #expect(id.hasPrefix(saved.snapshot))
        // A producer that never ends keeps restic at work until it is killed.
        let (reading, writing) = try Pipe.make()
        let running = try bench.restic.invocation(
            ["backup", "--json", "--stdin", "--stdin-filename", "x"], input: .descriptor(reading)
        ).start()
        try await untilTrue("restic has its lock") { !bench.locks.isEmpty }
        running.send(SIGKILL)
        _ = try await running.ending()
        close(reading)
        close(writing)
        do {
            try await bench.restic.prune()
            Issue.record("a dead run's lock was passed over")
        } catch let error as EngineError {
            #expect(error.kind == .locked)
        }
        try await bench.restic.unlock()
        try await bench.restic.forget([id])
        try await bench.restic.prune()
        #expect(try await bench.restic.snapshots(tags: ["mastoctl"]).isEmpty)
    }

    /// Trap: SIGTERM leaves a lock, and so does a SIGINT within the 200 ms in which restic takes one.
    @Test func `a cancelled backup leaves no snapshot and no lock`() async throws {
        let bench = try await Bench.ready()
        let (reading, writing) = try Pipe.make()
        let work = Task {
            try await bench.restic.ending(
                of: bench.restic.invocation(
                    ["backup", "--json", "--stdin", "--stdin-filename", "x", "--tag", "mastoctl"],
                    input: .descriptor(reading)))
        }
        try await untilTrue("restic has its lock") { !bench.locks.isEmpty }
        work.cancel()
        await #expect(throws: CancellationError.self) { try await work.value }
        close(reading)
        close(writing)
        #expect(bench.locks.isEmpty)
        #expect(try await bench.restic.snapshots(tags: ["mastoctl"]).isEmpty)
    }

    /// Trap: restic finds the last snapshot by the host and the exact list of paths; with another list it reads all anew.
    @Test func `a folder finds its last snapshot, whatever is left out of it`() async throws {
        let bench = try await Bench.ready()
        bench.write("a/one", "first")
        bench.write("a/two", "second")
        bench.write("patterns", "\(bench.path)/a/two\n")
        for source in [
            Restic.Source.folder("\(bench.path)/a"),
            .folder("\(bench.path)/a", excluding: ["\(bench.path)/a/cache"], excludeFile: "\(bench.path)/patterns"),
        ] {
            _ = try await bench.restic.backup(source, tags: ["mastoctl"], host: "h")
        }
        let found = try await bench.restic.snapshots(tags: ["mastoctl"]).sorted { $0.time < $1.time }
        #expect(found.count == 2)
        let told = try await bench.restic.run(["snapshots", "--json", "--no-lock"]).text
        let second = JSONValue(parsing: told)?.array?.first { $0["id"]?.string == found.last?.id }
        #expect(second?["parent"]?.string == found.first?.id)
    }

    /// Trap: without a password restic takes the first line of its input for one, and saves the rest.
    @Test func `without its password file nothing of the data is taken for the password`() async throws {
        let bench = try await Bench.ready()
        for password in [nil, ""] {
            if let password { TextFile.write(password, to: "\(bench.path)/none") }
            let restic = try await Restic(
                ResticRepository(
                    "\(bench.path)/repository", passwordFile: "\(bench.path)/none", cache: "\(bench.path)/cache"))
            await #expect(throws: EngineError.self) {
                try await restic.backup(
                    .bytes(Array("first\nwhat is to be saved\n".utf8), name: "x"), tags: ["mastoctl"], host: "h")
            }
        }
        #expect(try await bench.restic.snapshots(tags: ["mastoctl"]).isEmpty)
    }

    /// What stands behind `--` is a path to restic, and one that is not there is passed over in silence.
    @Test func `a bound on the rate stands before the paths`() async throws {
        let slow = ResticRepository("/r", passwordFile: "/p", cache: "/c", rate: ByteCount(2_048_000))
        let words = try await Restic(slow).invocation(["backup", "--", "/folder"]).arguments
        #expect(words == ["backup", "--limit-upload", "2000", "--limit-download", "2000", "--", "/folder"])
    }

    @Test func `versions and complaints are told apart`() {
        #expect(ResticVersion("restic 0.14.0 compiled with go1.19.8 on linux/amd64").map { $0 >= .oldest } == true)
        #expect(ResticVersion("restic 0.9.6 compiled with go")! < .oldest)
        #expect(ResticVersion("rustic") == nil)
        #expect(Restic.kind(11, "") == .locked && Restic.kind(10, "") == .noRepository)
        #expect(Restic.kind(1, "Fatal: wrong password or no key found") == .wrongPassword)
        #expect(Restic.kind(1, "write: no space left on device") == .diskFull)
        for words in ["load <index/1b7457f3aa>: invalid data returned", "Fatal: Unmarshal: invalid character"] {
            #expect(Restic.kind(1, words) == .damaged)
        }
        #expect(Restic.kind(1, "something else") == .failed)
        // As it says that it cannot make a lock on a full disk.
        let words = [
            "write /r/locks/6a01-tmp-17: no space left on device", "github.com/restic/restic/internal/limiter.Save",
            "\tgithub.com/restic/restic/internal/limiter.go:30", "main.main", "\tgithub.com/restic/main.go:98",
            "unable to create lock in backend",
        ]
        #expect(Restic.kind(1, words.joined(separator: "\n")) == .diskFull)
        #expect(Restic.withoutTraces(words) == [words[0], words[5]])
    }
}

/// A repository in a folder of the test's own.
struct Bench {
    let folder = TemporaryFolder()
    let restic: Restic
    var path: String { folder.path }

    static let isInstalled = Executable.find("restic") != nil || getenv("CI") != nil

    static func make() async throws -> Bench {
        try await Bench(password: "first")
    }

    static func ready() async throws -> Bench {
        let bench = try await Bench(password: QuickRepository.password)
        try QuickRepository.make(at: bench.restic.repository.location)
        return bench
    }

    private init(password: String) async throws {
        TextFile.write(password, to: "\(folder.path)/password")
        restic = try await Restic(
            ResticRepository(
                "\(folder.path)/repository", passwordFile: "\(folder.path)/password", cache: "\(folder.path)/cache"))
    }

    /// The same repository, opened by another password.
    func with(password: String) async throws -> Restic {
        TextFile.write(password, to: "\(path)/other")
        return try await Restic(
            ResticRepository("\(path)/repository", passwordFile: "\(path)/other", cache: "\(path)/cache"))
    }

    func write(_ name: String, _ text: String) {
        var folder = path
        for part in name.split(separator: "/").dropLast() {
            folder += "/\(part)"
            mkdir(folder, 0o700)
        }
        TextFile.write(text, to: "\(path)/\(name)")
    }

    var locks: [String] { names(in: "\(path)/repository/locks") }

    var packs: [(path: String, size: Int)] {
        names(in: "\(path)/repository/data").flatMap { folder in
            names(in: "\(path)/repository/data/\(folder)").map { name in
                let file = "\(path)/repository/data/\(folder)/\(name)"
                var status = stat()
                return (file, stat(file, &status) == 0 ? Int(status.st_size) : 0)
            }
        }
    }

    func flip(_ path: String, at offset: Int) {
        chmod(path, 0o600)
        guard let file = fopen(path, "r+") else { return }
        fseek(file, offset, SEEK_SET)
        let byte = fgetc(file)
        fseek(file, offset, SEEK_SET)
        fputc(byte ^ 1, file)
        fclose(file)
    }

    private func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }
}
