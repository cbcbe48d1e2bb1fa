import Faults
import Glibc
import Model
import Postgres
import Redis
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct DoctorTests {
    private func redis(_ instance: TestInstance) async throws -> RedisConnection {
        var settings = RedisSettings(host: "127.0.0.1", port: instance.redisPort)
        settings.database = instance.redisDatabase
        return try await RedisConnection.connect(settings)
    }

    @Test func `a healthy instance passes, and the probes leave nothing behind`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let list = try await CheckList(Program(for: instance))
        #expect(list.status == 0 && list.all("problem") == [] && list.all("warning") == [], "\(list.text)")
        #expect(list.state("storage", "writable") == "ok" && list.state("redis", "writable") == "ok")
        #expect(list.detail("postgres", "schema").hasPrefix("Mastodon 4.6"))
        #expect(access("\(instance.mediaRoot)/mastoctl-probe", F_OK) != 0)
        let redis = try await redis(instance)
        #expect(try await redis.command(["DBSIZE"]).integer == 0)
        await redis.close()
    }

    @Test(arguments: MastodonRelease.allCases.filter { $0 >= .v4_3 })
    func `every release is known and complete`(release: MastodonRelease) async throws {
        let instance = try await TestInstance.make(release: release, size: .empty)
        let list = try await CheckList(Program(for: instance))
        #expect(list.state("postgres", "schema") == "ok" && list.status == 0, "\(list.text)")
        #expect(list.detail("postgres", "schema").hasPrefix("Mastodon \(release.rawValue) "))
    }

    @Test func `a database that cannot be reached hides nothing else`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let list = try await CheckList(Program(for: instance, ["DB_PORT": "1"]))
        #expect(list.status == 1 && list.all("problem") == ["postgres/reachable"], "\(list.text)")
        #expect(list.state("postgres", "schema") == "skipped" && list.state("storage", "writable") == "ok")
        #expect(list.detail("postgres", "reachable").hasPrefix("cannot reach PostgreSQL at 127.0.0.1:1"))
    }

    @Test func `a database of another name, or of another program, is told apart`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let missing = try await CheckList(Program(for: instance, ["DB_NAME": "nowhere"]))
        #expect(missing.status == 1 && missing.detail("postgres", "reachable").contains("no such database"))
        let other = try await CheckList(Program(for: instance, ["DB_NAME": "postgres"]))
        #expect(other.status == 1 && other.all("problem") == ["postgres/schema"], "\(other.text)")
        #expect(other.detail("postgres", "schema").contains("not a Mastodon server's"))
    }

    @Test func `a missing table, a missing column and a half-finished migration are problems`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let connection = try await instance.connect()
        try await connection.execute("alter table media_attachments drop column blurhash")
        try await connection.execute("drop table preview_cards cascade")
        let list = try await CheckList(Program(for: instance))
        #expect(list.status == 1 && list.all("problem") == ["postgres/schema"], "\(list.text)")
        let detail = list.detail("postgres", "schema")
        #expect(detail.contains("media_attachments.blurhash") && detail.contains("preview_cards"))
        try await connection.execute(
            "update schema_migrations set version = '20251201000000' where version = '20260611150940'")
        try await connection.execute("delete from schema_migrations where version > '20251201000000'")
        let between = try await CheckList(Program(for: instance))
        #expect(between.state("postgres", "schema") == "problem")
        #expect(between.detail("postgres", "schema").contains("between Mastodon 4.5 and 4.6"), "\(between.text)")
        await connection.close()
    }

    @Test func `a schema from the future is a warning`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let connection = try await instance.connect()
        try await connection.execute("insert into schema_migrations (version) values ('29990101000000')")
        await connection.close()
        let list = try await CheckList(Program(for: instance))
        #expect(list.status == 0 && list.all("warning") == ["postgres/schema"], "\(list.text)")
        #expect(list.help("postgres", "schema").contains("--allow-schema 29990101000000"))
    }

    @Test func `for a role that may only read, nothing is written anywhere`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let reader = "reader_\(instance.redisDatabase)"
        let connection = try await instance.connect()
        try await connection.execute("create role \(identifier: reader) login")
        try await connection.execute("grant select on all tables in schema public to \(identifier: reader)")
        let list = try await CheckList(Program(for: instance, ["DB_USER": reader]))
        #expect(list.status == 0 && list.all("warning") == ["postgres/role"], "\(list.text)")
        #expect(list.state("storage", "writable") == "skipped" && list.state("redis", "writable") == "skipped")
        #expect(list.detail("storage", "writable").contains("may only read"))
        try await connection.execute("revoke select on accounts from \(identifier: reader)")
        let blind = try await CheckList(Program(for: instance, ["DB_USER": reader]))
        #expect(blind.status == 1 && blind.detail("postgres", "role").contains("may not read accounts"))
        await connection.close()
    }

    @Test func `a role whose transactions are read-only is told`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let role = "careful_\(instance.redisDatabase)"
        let connection = try await instance.connect()
        try await connection.execute("create role \(identifier: role) login superuser")
        try await connection.execute("alter role \(identifier: role) set default_transaction_read_only = on")
        await connection.close()
        let list = try await CheckList(Program(for: instance, ["DB_USER": role]))
        #expect(list.all("warning") == ["postgres/role"] && list.state("storage", "writable") == "skipped")
    }

    @Test func `with --no-write nothing is probed`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let list = try await CheckList(Program(for: instance), "--no-write")
        #expect(list.status == 0 && list.detail("storage", "writable").contains("--no-write"), "\(list.text)")
        #expect(list.state("storage", "writable") == "skipped" && list.state("redis", "writable") == "skipped")
        #expect(list.state("storage", "listing") == "ok")
    }

    @Test func `a dead Redis is one problem, and the others are looked at`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let list = try await CheckList(Program(for: instance, ["CACHE_REDIS_URL": "redis://:s3cr3t@127.0.0.1:1/0"]))
        #expect(list.status == 1 && list.all("problem") == ["cache redis/reachable"], "\(list.text)")
        #expect(list.state("redis", "writable") == "ok" && !list.text.contains("s3cr3t"))
    }

    @Test func `a media root that cannot be written, and one that is not there, are told`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        // Permissions do not hold root back; the kernel's own file system does.
        var root = "/sys/kernel/mm"
        if getuid() != 0 {
            root = instance.mediaRoot
            chmod(root, 0o555)
        }
        let denied = try await CheckList(Program(for: instance, ["PAPERCLIP_ROOT_PATH": root]))
        #expect(denied.state("storage", "listing") == "ok" && denied.state("storage", "writable") == "problem")
        #expect(denied.status == 1 && !denied.text.contains("left behind"), "\(denied.text)")
        let missing = try await CheckList(Program(for: instance, ["PAPERCLIP_ROOT_PATH": "/nowhere/at/all"]))
        #expect(missing.all("problem") == ["storage/listing"], "\(missing.text)")
    }

    @Test func `a journal that a dead run left is told and left alone`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let program = Program(for: instance)
        let list = try await CheckList(program)
        let folder = String(list.detail("state", "folder").dropFirst("journals go to ".count))
        #expect(folder.hasPrefix(program.folder.path) && access(folder, F_OK) != 0)
        program.folder.make(
            String(folder.dropFirst(program.folder.path.count + 1)) + "/1-1-1.journal",
            content: "+ 1\nmediaFile 1 1 r image/png a.png b.png\n. 1\n")
        let found = try await CheckList(program)
        #expect(found.status == 0 && found.all("warning") == ["state/journal"], "\(found.text)")
        #expect(access("\(folder)/1-1-1.journal", F_OK) == 0)
    }

    @Test func `what a configuration lacks is the doctor's first problem`() async throws {
        let ending = try await Program(["DB_HOST": "127.0.0.1", "DB_PORT": "x"]).run(["doctor"])
        #expect(ending.status == 1 && ending.output.hasPrefix("problem  configuration values"), "\(ending)")
        #expect(ending.output.contains("environment DB_PORT must hold a whole number"))
    }
}
