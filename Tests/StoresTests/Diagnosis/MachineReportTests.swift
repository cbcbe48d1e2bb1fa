import Glibc
import Processes
import Stores
import Support
import Testing

/// What another machine would tell is what is seen of this one, which tells it here.
@Suite struct MachineReportTests {
    private func told(_ words: [String]) async throws -> Machine {
        let ending = try await Invocation(
            "/bin/sh", ["-s", "--"] + words, environment: ["PATH": "/usr/bin:/bin"],
            input: .bytes(Array(MachineReport.script.utf8))
        ).run()
        #expect(ending.status == 0 && ending.complaints.isEmpty, "\(ending.complaints)")
        return Machine(MachineReport("Welcome to the machine\n" + ending.text))
    }

    @Test func `memory, file systems, modes and times are told`() async throws {
        let folder = TemporaryFolder()
        folder.make("a b'c/file", content: "x")
        let path = "\(folder.path)/a b'c"
        chmod(path, 0o2751)
        let (here, far) = (Machine(), try await told(["place:\(path)", "place:\(path)/none/there", "place:/"]))
        #expect(far.isFar && !here.isFar)
        #expect(far.memory == here.memory && far.memory != nil)
        #expect(far.exists("/run/reboot-required") == here.exists("/run/reboot-required"))
        #expect(far.number("btime", in: "/proc/stat") == here.number("btime", in: "/proc/stat"))
        for place in [path, "\(path)/none/there", "/"] {
            let (one, other) = (try #require(here.room(at: place)), try #require(far.room(at: place)))
            #expect(abs(one.size - other.size) < 1 << 10 && one.files == other.files)
        }
        #expect(far.mode(path)?.bits == 0o2751 && far.mode(path)?.user == geteuid())
        #expect(far.modified(path).map { Int($0) } == here.modified(path).map { Int($0) })
        #expect(far.mode("\(path)/none/there") == nil && far.room(at: "/tmp") == nil)
    }

    @Test func `the server's processes are told`() async throws {
        let child = try ChildProcess.spawn(
            "/bin/bash", ["-c", "exec -a 'sidekiq 7.3.2 mastodon' /bin/sleep 600"],
            environment: ["LOCAL_DOMAIN": "far.example", "ODD": "two\nlines"], output: .discarded)
        defer { child.send(SIGKILL) }
        let path = "/proc/\(child.id)/cmdline"
        try await untilTrue("it is called sidekiq") { Machine().text(path)?.hasPrefix("sidekiq") == true }
        let far = try await told([])
        let process = try #require(far.processes().first { $0.id == Int(child.id) })
        let same = try #require(Machine().processes().first { $0.id == Int(child.id) })
        #expect(process.part == "sidekiq" && process.started == same.started)
        #expect(process.environment?["LOCAL_DOMAIN"] == "far.example" && process.environment == same.environment)
    }

    @Test func `the end of a log is told without the line that is cut`() async throws {
        let folder = TemporaryFolder()
        folder.make("short.log", content: "one\ntwo\n")
        folder.make("long.log", content: (0..<40_000).map { "line \($0) of it\n" }.joined())
        let paths = ["short.log", "long.log", "none.log"].map { "\(folder.path)/\($0)" }
        let far = try await told(paths.map { "end:\($0)" })
        for path in paths.prefix(2) {
            let (one, other) = (Machine().end(of: path), far.end(of: path))
            #expect(one?.split(separator: "\n") == other?.split(separator: "\n") && one != nil)
        }
        #expect(far.end(of: paths[0]) == "one\ntwo")
        #expect(far.end(of: paths[2]) == nil)
    }

    @Test func `an answer that is none tells nothing`() {
        #expect(!MachineReport("Last login: today\nThis account is currently not available.\n").isAnswer)
        #expect(!MachineReport(" a\n#1 2\n?x\n").isAnswer)
    }
}
