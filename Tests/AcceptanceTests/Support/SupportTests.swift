import Glibc
import Model
import Postgres
import Processes
import Redis
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct SupportTests {
    private static let secret = "Pl4ntedC4n4ryS3cret"
    /// What must not be in a bundle in any form.
    private static let canaries = [
        secret, "c4n4ry.person", "203.0.113.77", "2001:db8:77::77", "tok3nC4n4ryAbCdEfGhIjKlMnOpQr", "arg-c4n4ry",
    ]

    /// An instance with canaries in its env file, its rows, its log, its jobs and their errors.
    private func stage() async throws -> (Program, TestInstance) {
        let instance = try await TestInstance.make()
        let env = TextFile.read(instance.environmentFile) ?? ""
        let more = """
            SECRET_KEY_BASE=\(Self.secret)-key-base
            SMTP_PASSWORD=\(Self.secret)
            SMTP_LOGIN=c4n4ry.person@example.org
            UNKNOWN_THING=\(Self.secret)-unknown
            TRUSTED_PROXY_IP=203.0.113.77

            """
        TextFile.write(env + more, to: instance.environmentFile)
        let log = """
            [1] method=GET path=/ ip=203.0.113.77 user=c4n4ry.person@example.org
            [2] Authorization: Bearer tok3nC4n4ryAbCdEfGhIjKlMnOpQr password=\(Self.secret)
            [3] Net::SMTP at 2001:db8:77::77 refused \(Self.secret)-unknown

            """
        mkdir("\(instance.folder)/log", 0o755)
        TextFile.write(log, to: "\(instance.folder)/log/production.log")
        let database = try await instance.connect()
        try await database.execute(
            """
            update users
            set email = 'c4n4ry.person@example.org', sign_up_ip = '203.0.113.77', created_at = now() - interval '30 days',
                confirmed_at = null
            where id = (select min(id) from users)
            """)
        await database.close()
        let redis = try await RedisConnection.connect(instance.redis)
        let job = """
            {"class":"DeliveryWorker","jid":"1","queue":"push","args":["arg-c4n4ry c4n4ry.person@example.org",1],\
            "created_at":1700000000,"enqueued_at":1700000000,"retry_count":3,"failed_at":1700000000,\
            "error_class":"HTTP::TimeoutError","error_message":"203.0.113.77 said token=\(Self.secret) to \
            c4n4ry.person@example.org"}
            """
        try await redis.command(["SADD", "queues", "push"])
        try await redis.command(["RPUSH", "queue:push", RedisArgument(job)])
        try await redis.command(["ZADD", "retry", "1", RedisArgument(job)])
        await redis.close()
        return (Program(["MASTOCTL_ENV_FILE": instance.environmentFile, "MASTOCTL_ROOT": instance.folder]), instance)
    }

    /// Every byte of an unpacked bundle.
    private func unpacked(_ path: String, _ program: Program) async throws -> String {
        let folder = "\(program.folder.path)/unpacked"
        mkdir(folder, 0o700)
        let tar = try await ChildProcess.run("/bin/tar", ["--zstd", "-xf", path, "-C", folder])
        #expect(tar.status == 0, "\(tar)")
        let parts = try await ChildProcess.run("/bin/sh", ["-c", "find \(folder) -name '*.json'"])
        for part in parts.output.split(separator: "\n") { AnswerShape.record(TextFile.read(String(part)) ?? "") }
        let all = try await ChildProcess.run("/bin/sh", ["-c", "find \(folder) -type f | sort | xargs tail -n +1 -v"])
        return all.output
    }

    @Test func `a bundle tells what is to be known, and no canary is in it`() async throws {
        let (program, instance) = try await stage()
        let path = "\(program.folder.path)/b.tar.zst"
        let preview = try await program.run(["support", "bundle", "--dry-run", "--format", "ids"])
        #expect(preview.status == 0 && access(path, F_OK) != 0, "\(preview)")
        let made = try await program.run(["support", "bundle", "--output", path])
        #expect(made.status == 0 && made.output.hasSuffix("wrote \(path)\n"), "\(made)")
        #expect(TextFile.mode(path) == 0o600)
        let text = try await unpacked(path, program)
        for canary in Self.canaries { #expect(!text.contains(canary), "\(canary)") }
        for name in preview.output.split(separator: "\n") { #expect(text.contains("/\(name) <=="), "\(name)") }
        for part in [
            "doctor.json", "configuration.json", "instance.json", "postgres.json", "schema.json", "storage.json",
            "redis.json", "queues.json", "machine.json", "logs/production.log",
        ] { #expect(text.contains("/unpacked/\(part) <=="), "\(part)") }
        #expect(text.contains(#""error":"HTTP::TimeoutError","message":"[address] said token=[secret] to [secret]""#))
        #expect(text.contains("{\"name\":\"UNKNOWN_THING\",\"value\":\"[replaced]\"}"))
        #expect(text.contains("{\"name\":\"LOCAL_DOMAIN\",\"value\":\"") && text.contains("\"max_connections\":"))
        let again = try await program.run(["support", "bundle", "--output", path])
        #expect(again.status == 64 && again.errors.contains("\(path) exists already"), "\(again)")
        withExtendedLifetime(instance) {}
    }

    @Test func `with services that are down, and for a role that may only select, there are gaps that are told`()
        async throws
    {
        let (program, instance) = try await stage()
        let reader = "support_\(instance.redisDatabase)"
        let database = try await instance.connect()
        try await database.execute("create role \(identifier: reader) login")
        try await database.execute("grant select on all tables in schema public to \(identifier: reader)")
        await database.close()
        func bundle(_ name: String, _ changes: [String: String]) async throws -> (Program.Ending, String) {
            let path = "\(program.folder.path)/\(name).tar.zst"
            let other = Program(program.environment.merging(changes) { $1 })
            let ending = try await other.run(["support", "bundle", "--output", path])
            return (ending, path)
        }
        let (select, selectPath) = try await bundle("select", ["DB_USER": reader])
        #expect(select.status == 0 && !select.output.contains("could not be had"), "\(select)")
        let (down, downPath) = try await bundle("down", ["DB_PORT": "1", "REDIS_PORT": "1"])
        #expect(down.status == 0 && down.output.contains("postgres.json"), "\(down)")
        #expect(down.output.contains("could not be had: cannot reach PostgreSQL"), "\(down)")
        let compared = try await program.run(["support", "compare", selectPath, downPath])
        #expect(compared.status == 1 && compared.output.contains("pg.reachable"), "\(compared)")
        #expect(compared.output.contains("service postgres"), "\(compared)")
        let back = try await program.run(["support", "compare", downPath, selectPath, "--format", "json"])
        let answer = try #require(JSONValue(parsing: back.output), "\(back)")
        let gone = answer["findings"]?.array?.filter { $0["change"]?.string == "gone" }.compactMap { $0["id"]?.string }
        #expect(gone?.contains("pg.reachable") == true, "\(back)")
        let same = try await program.run(["support", "compare", selectPath, selectPath])
        #expect(same.status == 0 && same.output.hasSuffix("no difference\n"), "\(same)")
    }

    @Test func `a bundle is shown, on a terminal, as JSON and as a page`() async throws {
        let (program, instance) = try await stage()
        let path = "\(program.folder.path)/b.tar.zst"
        _ = try await program.run(["support", "bundle", "--output", path])
        let shown = try await program.run(["support", "show", path])
        #expect(shown.status == 0 && shown.output.contains("people.staff-2fa"), "\(shown)")
        let json = try await program.run(["support", "show", path, "--format", "json"])
        let answer = try #require(JSONValue(parsing: json.output), "\(json)")
        #expect(answer["schema"]?.string == "support.show/1" && (answer["tables"]?.array?.count ?? 0) > 10)
        let page = try await program.run(["support", "show", path, "--format", "html"])
        #expect(page.output.hasPrefix("<!DOCTYPE html>") && !page.output.contains("<script"), "\(page)")
        for id in ["storage", "latency", "tables"] { #expect(page.output.contains("<h2 id=\"\(id)\">"), "\(id)") }
        #expect(page.output.contains("<svg role=\"img\"") && page.output.contains("prefers-color-scheme: dark"))
        TextFile.write("no bundle", to: path + "x")
        let wrong = try await program.run(["support", "show", path + "x"])
        #expect(wrong.status == 65 && wrong.errors.contains("is no bundle for support"), "\(wrong)")
        withExtendedLifetime(instance) {}
    }
}
