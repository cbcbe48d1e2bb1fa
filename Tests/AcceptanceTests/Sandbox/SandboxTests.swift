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

    private func sandbox(_ words: String...) async throws -> Program.Ending {
        try await program.run(["sandbox"] + words + ["--dir", place])
    }

    @Test func `a sandbox is started, told, asked and stopped`() async throws {
        #expect(try await sandbox("env").status == 66)
        let started = try await sandbox("start", "--mastodon", "4.4")
        #expect(started.status == 0 && started.output.contains("mastoctl doctor --env-file \(place)/"), "\(started)")
        #expect(started.errors.contains("starting PostgreSQL and Redis"))
        #expect(try await sandbox("start").status == 75)
        let status = try await sandbox("status", "--format", "json")
        let answer = try #require(JSONValue(parsing: status.output))
        #expect(answer["state"]?.string == "running" && answer["mastodon"]?.string == "4.4" && status.status == 0)

        let path = try await sandbox("env", "--path").output.split(separator: "\n").joined()
        #expect(try await sandbox("env").output == TextFile.read(path))
        let healthy = try await CheckList(Program(["MASTOCTL_ENV_FILE": path]))
        #expect(healthy.status == 0 && healthy.all("problem") == [], "\(healthy.text)")
        let wrong = try await CheckList(Program(["MASTOCTL_ENV_FILE": path, "DB_PASS": "s3cr3t"]))
        #expect(wrong.status == 1 && wrong.all("problem") == ["postgres/reachable"], "\(wrong.text)")
        #expect(wrong.detail("postgres", "reachable").contains("refused the role or its password"))
        let shut = try await CheckList(Program(["MASTOCTL_ENV_FILE": path, "REDIS_PASSWORD": "s3cr3t"]))
        #expect(shut.all("problem") == ["redis/reachable"] && !shut.text.contains("s3cr3t"), "\(shut.text)")

        #expect(try await sandbox("stop").status == 0 && access(place, F_OK) != 0)
        #expect(try await sandbox("status").output.contains("none"))
    }

    @Test(.enabled(if: SharedS3.isAvailable))
    func `a sandbox with a bucket is looked at like any other, and a wrong secret is told`() async throws {
        let started = try await sandbox("start", "--s3")
        #expect(started.status == 0, "\(started)")
        let path = try await sandbox("env", "--path").output.split(separator: "\n").joined()
        let healthy = try await CheckList(Program(["MASTOCTL_ENV_FILE": path]))
        #expect(healthy.status == 0 && healthy.state("storage", "writable") == "ok", "\(healthy.text)")
        #expect(healthy.state("storage", "clock") == "ok")
        let wrong = try await CheckList(Program(["MASTOCTL_ENV_FILE": path, "AWS_SECRET_ACCESS_KEY": "s3cr3t"]))
        #expect(wrong.status == 1 && wrong.all("problem") == ["storage/listing"], "\(wrong.text)")
        #expect(wrong.detail("storage", "listing").contains("refused the access key or its secret"))
        let bucketless = try await CheckList(Program(["MASTOCTL_ENV_FILE": path, "S3_BUCKET": "nowhere"]))
        #expect(bucketless.detail("storage", "listing").contains("no such bucket"), "\(bucketless.text)")
        #expect(!wrong.text.contains("s3cr3t"))
        #expect(try await sandbox("stop").status == 0 && access(place, F_OK) != 0)
    }
}
