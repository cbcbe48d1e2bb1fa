import Faults
import Glibc
import Processes
import Sandbox
import Testing

@Suite struct `Throw-away servers` {
    /// A directory below /tmp, which the server's user can reach.
    private func directory() -> String {
        var template = Array("/tmp/mastoctl-servers.XXXXXX".utf8CString)
        mkdtemp(&template)
        chmod(template, 0o755)
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private func remove(_ directory: String) async throws {
        _ = try await ChildProcess.run("/bin/rm", ["-rf", directory])
    }

    @Test func `PostgreSQL starts, is found again, refuses a second start, stops, and starts again`() async throws {
        let parent = directory()
        let directory = parent + "/pg"
        let server = try await PostgresServer.start(in: directory)
        #expect(Loopback.accepts(port: server.port))
        let found = try #require(PostgresServer.running(in: directory))
        #expect(found.port == server.port)
        #expect(found.process == server.process)
        await #expect(throws: Fault.self) { try await PostgresServer.start(in: directory) }
        await found.stop()
        #expect(!server.process.isAlive)
        #expect(PostgresServer.running(in: directory) == nil)
        let again = try await PostgresServer.start(in: directory)
        again.abort()
        await again.stop()
        try await remove(parent)
    }

    @Test func `PostgreSQL with a password takes it and refuses another`() async throws {
        let parent = directory()
        let directory = parent + "/pg"
        var options = PostgresServer.Options()
        options.password = "p'ä\\ss"
        let server = try await PostgresServer.start(in: directory, options: options)
        let psql = try Executable.require("psql", of: "postgresql-client")
        let words = ["-h", server.host, "-p", String(server.port), "-U", "postgres", "-Atc", "select 40 + 2"]
        let right = try await ChildProcess.run(psql, words, environment: ["PGPASSWORD": "p'ä\\ss"])
        #expect(right.output == "42\n")
        let wrong = try await ChildProcess.run(psql, words, environment: ["PGPASSWORD": "x"])
        #expect(wrong.status == 2)
        await server.stop()
        try await remove(parent)
    }

    @Test func `Redis starts, is found again and stops`() async throws {
        let directory = directory()
        var options = RedisServer.Options()
        options.password = "a \"b\" ü"
        let server = try await RedisServer.start(in: directory, options: options)
        #expect(RedisServer.running(in: directory)?.port == server.port)
        let client = try Executable.require("redis-cli", of: "redis-tools")
        let answer = try await ChildProcess.run(
            client, ["-p", String(server.port), "ping"], environment: ["REDISCLI_AUTH": "a \"b\" ü"])
        #expect(answer.output == "PONG\n")
        await server.stop()
        #expect(RedisServer.running(in: directory) == nil)
        try await remove(directory)
    }

    @Test func `a server whose port is taken says so instead of waiting`() async throws {
        let first = try await RedisServer.start(in: directory())
        var options = RedisServer.Options()
        options.port = first.port
        let second = directory()
        let fault = await #expect(throws: Fault.self) {
            try await RedisServer.start(in: second, options: options)
        }
        #expect(fault?.kind == .unreachable)
        await first.stop()
        try await remove(first.directory)
        try await remove(second)
    }

    @Test func `a child's output and status come back, and it inherits no secret environment`() async throws {
        setenv("MASTOCTL_TEST_SECRET", "s3cret", 1)
        let ending = try await ChildProcess.run(
            "/bin/sh", ["-c", "cat; env; echo err >&2; exit 3"], environment: ["GIVEN": "yes"],
            input: Array("in\n".utf8))
        #expect(ending.status == 3)
        #expect(ending.output.hasPrefix("in\n"))
        #expect(ending.output.contains("GIVEN=yes"))
        #expect(ending.output.hasSuffix("err\n"))
        #expect(!ending.output.contains("s3cret"))
    }

    @Test func `a missing program is a fault of the configuration that names the package`() {
        let fault = #expect(throws: Fault.self) { try Executable.require("no-such-program", of: "some-package") }
        #expect(fault?.kind == .configuration)
        #expect(fault?.help == "apt-get install some-package")
    }
}
