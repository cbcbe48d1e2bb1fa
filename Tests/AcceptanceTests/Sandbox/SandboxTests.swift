import Faults
import Glibc
import Model
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct SandboxTests {
    private let program = Program()
    private var place: String { program.folder.path + "/sandbox" }

    init() {
        // As root the database runs under another account, which has to get through.
        chmod(program.folder.path, 0o711)
    }

    private func run(_ words: String...) async throws -> Program.Ending {
        try await program.run(words + ["--dir", place])
    }

    @Test func `a sandbox is started, told, asked and stopped`() async throws {
        #expect(try await run("sandbox", "env").status == 66)
        let started = try await run("sandbox", "start", "--mastodon", "4.4")
        #expect(started.status == 0 && started.output.contains("mastoctl doctor --env-file \(place)/"), "\(started)")
        #expect(started.errors.contains("starting PostgreSQL and Redis"))
        #expect(try await run("sandbox", "start").status == 75)
        let status = try await run("sandbox", "status", "--format", "json")
        let answer = try #require(JSONValue(parsing: status.output))
        #expect(answer["state"]?.string == "running" && answer["mastodon"]?.string == "4.4" && status.status == 0)

        let path = try await run("sandbox", "env", "--path").output.split(separator: "\n").joined()
        #expect(try await run("sandbox", "env").output == TextFile.read(path))
        let asked = try await run("sandbox", "env", "--format", "json").output
        #expect(asked.contains("sandbox.env/1"), "\(asked)")
        AnswerShape.check(asked)
        let healthy = try await CheckList(Program(["MASTOCTL_ENV_FILE": path]))
        #expect(healthy.state("pg.reachable") == "ok" && healthy.state("media.writable") == "ok", "\(healthy.text)")
        let wrong = try await CheckList(Program(["MASTOCTL_ENV_FILE": path, "DB_PASS": "s3cr3t"]))
        #expect(wrong.status == 1 && wrong.state("pg.reachable") == "critical", "\(wrong.text)")
        #expect(wrong.detail("pg.reachable").contains("refused the role or its password"))
        let shut = try await CheckList(Program(["MASTOCTL_ENV_FILE": path, "REDIS_PASSWORD": "s3cr3t"]))
        #expect(shut.state("redis.reachable") == "critical" && !shut.text.contains("s3cr3t"), "\(shut.text)")

        #expect(try await run("sandbox", "stop").status == 0 && access(place, F_OK) != 0)
        #expect(try await run("sandbox", "status").output.contains("none"))
    }

    @Test func `a local account of a sandbox can be deleted, for it has a key to sign its farewell with`() async throws
    {
        let started = try await run("sandbox", "start")
        #expect(started.status == 0, "\(started)")
        let path = try await run("sandbox", "env", "--path").output.split(separator: "\n").joined()
        let deleted = try await program.run(["accounts", "delete", "alice", "--yes", "--env-file", path])
        #expect(deleted.status == 0, "\(deleted)")
        #expect(try await run("sandbox", "stop").status == 0)
    }

    @Test(.enabled(if: SharedS3.isAvailable))
    func `a sandbox with a bucket is looked at like any other, and a wrong secret is told`() async throws {
        let started = try await run("sandbox", "start", "--s3")
        #expect(started.status == 0, "\(started)")
        let path = try await run("sandbox", "env", "--path").output.split(separator: "\n").joined()
        let healthy = try await CheckList(Program(["MASTOCTL_ENV_FILE": path]))
        #expect(healthy.state("media.writable") == "ok" && healthy.state("media.clock") == "ok", "\(healthy.text)")
        let wrong = try await CheckList(Program(["MASTOCTL_ENV_FILE": path, "AWS_SECRET_ACCESS_KEY": "s3cr3t"]))
        #expect(wrong.status == 1 && wrong.state("media.reachable") == "critical", "\(wrong.text)")
        #expect(wrong.detail("media.reachable").contains("refused the access key or its secret"))
        let bucketless = try await CheckList(Program(["MASTOCTL_ENV_FILE": path, "S3_BUCKET": "nowhere"]))
        #expect(bucketless.detail("media.reachable").contains("no such bucket"), "\(bucketless.text)")
        #expect(!wrong.text.contains("s3cr3t"))
        #expect(try await run("sandbox", "stop").status == 0 && access(place, F_OK) != 0)
    }
}
