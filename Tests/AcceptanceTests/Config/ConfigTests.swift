import Faults
import Glibc
import Model
import Support
import Testing

@Suite(.enabled(if: Program.isBuilt)) struct ConfigTests {
    private let program = Program()
    private var path: String { program.folder.path + "/env" }

    private func write(_ text: String) {
        TextFile.write(text, to: path)
        chmod(path, 0o600)
    }

    @Test func `show tells each value with its origin, and no secret`() async throws {
        write("LOCAL_DOMAIN=a.example\nDB_HOST=db\nDB_PASS=hunter2\nES_HOST=https://me:hunter2@es\n")
        let ending = try await program.run(["config", "show", "--env-file", path, "--format", "json"])
        let settings = JSONValue(parsing: ending.output)?["settings"]?.array ?? []
        func setting(_ key: String) -> JSONValue? { settings.first { $0["key"]?.string == key } }
        #expect(ending.status == 0 && ending.errors.isEmpty, "\(ending)")
        #expect(setting("postgres.host")?["origin"]?.string == "DB_HOST in \(path):2")
        #expect(setting("postgres.password")?["is_secret"] == .boolean(true))
        #expect(setting("storage.root")?["value"]?.string == "\(program.folder.path)/public/system")
        #expect(!ending.output.contains("hunter2") && ending.output.contains("https://es"))
    }

    @Test func `show tells what it can of a configuration that is wrong`() async throws {
        write("DB_HOST=db\nDB_PORT=x\nREDIS_PORT=y\n")
        let ending = try await program.run(["config", "show", "--env-file", path, "--format", "tsv"])
        #expect(ending.status == 0 && ending.output.contains("postgres.host\tdb\t"), "\(ending)")
        #expect(ending.errors.contains("DB_PORT in \(path):2") && ending.errors.contains("REDIS_PORT in \(path):3"))
    }

    @Test func `check ends with 1 for problems, with 0 for notes`() async throws {
        write("LOCAL_DOMAIN=a.example\nDB_HOST=db\nDB_PORT=x\nREDIS_PORT=y\n")
        let bad = try await program.run(["config", "check", "--env-file", path])
        #expect(bad.status == 1 && bad.output.split(separator: "\n").count { $0.hasPrefix("problem: ") } == 2)
        write("LOCAL_DOMAIN=a.example\nDB_HOST=db\n")
        let good = try await program.run(["config", "check", "--env-file", path])
        #expect(good.status == 0 && good.output.contains("note: media lie in"), "\(good)")
        #expect(try await program.run(["config", "check", "--env-file", path, "--quiet"]).output.isEmpty)
        #expect(try await program.run(["config", "check", "--env-file", path + ".none"]).status == 78)
        #expect(try await program.run(["config", "check"]).status == 1)
    }

    @Test func `init writes a profile once, for its owner alone`() async throws {
        write("LOCAL_DOMAIN=a.example\nDB_HOST=db\n")
        let profile = program.folder.path + "/production.toml"
        let words = ["config", "init", "--profile", profile, "--env-file", path]
        #expect(try await program.run(words).status == 0)
        #expect(TextFile.mode(profile) == 0o600)
        let text = try #require(TextFile.read(profile))
        #expect(text.contains("env_file = \"\(path)\"\n") && text.contains("# password = \"\""))
        TextFile.write("# mine\n", to: profile)
        let again = try await program.run(words)
        #expect(again.status == 78 && TextFile.read(profile) == "# mine\n", "\(again)")
        #expect(try await program.run(words + ["--force"]).status == 0)
        #expect(TextFile.read(profile) == text && TextFile.mode(profile) == 0o600)
        let printed = try await program.run(["config", "init", "--stdout", "--env-file", path])
        #expect(printed.output == text)
        let used = try await program.run(["config", "show", "--profile", profile, "--format", "tsv"])
        #expect(used.output.contains("identity.local_domain\ta.example\t"), "\(used)")
    }

    @Test func `global options may stand before the command`() async throws {
        write("LOCAL_DOMAIN=a.example\nDB_HOST=db\n")
        let before = try await program.run(["--env_file", path, "--format=ids", "-q", "config", "show"])
        let after = try await program.run(["config", "show", "--env-file", path, "--format", "ids", "-q"])
        #expect(before.status == 0 && before.output == after.output && !before.output.isEmpty, "\(before)")
    }
}
