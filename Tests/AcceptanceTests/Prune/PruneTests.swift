import Faults
import Glibc
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct PruneTests {
    /// Rows that still name a cached file of another server: of posts, of profiles' headers, of link previews.
    private func cached(_ instance: TestInstance) async throws -> [Int64] {
        let connection = try await instance.connect()
        let counts = try await connection.first(
            """
            select
                (select count(*) from media_attachments where file_file_name is not null and remote_url <> ''),
                (select count(*) from accounts
                    where header_file_name is not null and domain is not null
                        and greatest(last_webfingered_at, updated_at) <= now() at time zone 'utc'
                        and last_webfingered_at is not null),
                (select count(*) from preview_cards where image_file_name is not null)
            """
        ) { [try $0.value(0, as: Int64.self), try $0.value(1, as: Int64.self), try $0.value(2, as: Int64.self)] }
        await connection.close()
        return try #require(counts)
    }

    private func policy(_ text: String, for program: Program) -> String {
        let path = program.folder.path + "/policy.toml"
        TextFile.write(text, to: path)
        return path
    }

    @Test func `a profile's policy is carried out by one silent run`() async throws {
        let instance = try await TestInstance.make()
        let folder = TemporaryFolder()
        let profile = folder.path + "/default.toml"
        TextFile.write(
            """
            env_file = "\(instance.environmentFile)"
            [prune.attachments]
            days = 0
            [prune.headers]
            days = 0
            include_follows = true
            [prune.preview_cards]
            days = 0
            [prune.orphans]
            min_age = "0"
            """, to: profile)
        chmod(profile, 0o600)
        let before = try await cached(instance)
        #expect(before.allSatisfy { $0 > 0 })
        let program = Program()
        let ending = try await program.run(["prune", "--quiet", "--profile", profile])
        #expect(ending.status == 0 && ending.output.isEmpty && ending.errors.isEmpty, "\(ending)")
        let after = try await cached(instance)
        #expect(after == [0, 0, 0])
        let again = try await program.run(["prune", "--profile", profile, "--format", "json"])
        #expect(again.status == 0)
        #expect(again.output.contains(#""changed": 0"#) && !again.output.contains("not_run"))
        try await instance.remove()
    }

    @Test func `a dry run tells what would go and changes nothing`() async throws {
        let instance = try await TestInstance.make()
        let program = Program(for: instance)
        let policy = policy("[attachments]\ndays = 0\n[preview_cards]\ndays = 0\n", for: program)
        let before = try await cached(instance)
        let ending = try await program.run(["prune", "--dry-run", "--policy", policy])
        #expect(ending.status == 0 && ending.errors.isEmpty, "\(ending)")
        #expect(ending.output.contains("would go") && ending.output.contains("this was a dry run"))
        #expect(ending.output.contains("attachments") && ending.output.contains("preview_cards"))
        #expect(try await cached(instance) == before)
        try await instance.remove()
    }

    @Test func `one limit holds for all parts, and only the named parts run`() async throws {
        let instance = try await TestInstance.make()
        let program = Program(for: instance)
        let policy = policy("[attachments]\ndays = 0\n[headers]\ndays = 0\n[preview_cards]\ndays = 0\n", for: program)
        let before = try await cached(instance)
        let limit = Int(before[0]) + 1
        let words = ["prune", "--policy", policy, "--only", "attachments,preview-cards", "--limit", "\(limit)"]
        let ending = try await program.run(words + ["--format", "json"])
        #expect(ending.status == 0, "\(ending)")
        #expect(ending.output.contains(#""changed": \#(limit)"#) && ending.output.contains(#""stopped": "limit""#))
        #expect(try await cached(instance) == [0, before[1], before[2] - 1])
        let none = try await program.run(["prune", "--policy", policy, "--limit", "0", "--format", "jsonl"])
        #expect(none.output.split(separator: "\n").count { $0.contains(#""not_run""#) } == 3)
        let late = try await program.run(["prune", "--policy", policy, "--deadline", "0", "--format", "json"])
        #expect(late.output.contains(#""stopped": "deadline""#))
        try await instance.remove()
    }

    @Test func `a part that fails does not keep the others from their work`() async throws {
        let instance = try await TestInstance.make()
        let connection = try await instance.connect()
        try await connection.script(
            """
            create function refuse() returns trigger language plpgsql as
                'begin raise exception ''not today''; end';
            create trigger refusal before update on accounts for each row execute function refuse();
            """)
        await connection.close()
        let program = Program(for: instance)
        let policy = policy("[headers]\ndays = 0\ninclude_follows = true\n[preview_cards]\ndays = 0\n", for: program)
        let ending = try await program.run(["prune", "--quiet", "--policy", policy])
        #expect(ending.status == 1, "\(ending)")
        #expect(ending.output.contains("some failed") && ending.output.contains("preview_cards"), "\(ending)")
        let after = try await cached(instance)
        #expect(after[1] > 0 && after[2] == 0)
        try await instance.remove()
    }

    @Test func `a run under way is named to the second one`() async throws {
        let instance = try await TestInstance.make()
        let program = Program(for: instance)
        let policy = policy("[attachments]\ndays = 0\nrate = 1\nconcurrency = 1\n", for: program)
        let before = try await cached(instance)
        let first = try program.start(["prune", "--policy", policy])
        while try await cached(instance)[0] == before[0] {}
        let second = try await program.run(["prune", "--quiet", "--policy", policy])
        #expect(second.status == 75 && second.errors.contains("another run of `prune` is under way"), "\(second)")
        first.send(SIGTERM)
        let ending = await first.ending()
        #expect(ending.status == 143 && ending.output.contains("stopped early: terminated"), "\(ending)")
        try await instance.remove()
    }

    @Test func `nothing to prune is a fault with an example`() async throws {
        let folder = TemporaryFolder()
        TextFile.write("DB_HOST=127.0.0.1\nDB_PORT=1\n", to: folder.path + "/env")
        let program = Program(["MASTOCTL_ENV_FILE": folder.path + "/env"])
        let ending = try await program.run(["prune", "--quiet"])
        #expect(ending.status == 78 && ending.errors.contains("no retention policy is configured"))
        #expect(ending.errors.contains("[prune.attachments]") && ending.errors.contains("mastoctl config init"))
        let off = policy("[attachments]\nenabled = false\n", for: program)
        #expect(try await program.run(["prune", "--policy", off]).errors.contains("prunes nothing"))
        let some = policy("[attachments]\ndays = 1\n", for: program)
        let other = try await program.run(["prune", "--policy", some, "--only", "orphans"])
        #expect(other.status == 64 && other.errors.contains("the policy does not prune orphans"))
        let lost = try await program.run(["prune", "--policy", some])
        #expect(lost.status == 69 && lost.errors.contains("cannot reach PostgreSQL"))
    }
}
