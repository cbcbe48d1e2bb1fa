import Faults
import Glibc
import Model
import Postgres
import Redis
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct DoctorTests {
    /// What the sandbox's people are like on purpose, so that there is something to find.
    private static let intended: Set<String> = [
        "sched.archives-kept", "people.staff-2fa", "sched.user-cleanup", "sched.ip-retention", "people.reports-old",
        "people.pending-users", "people.owner-count", "data.account-without-user", "media.schema-version-0",
        "media.missing-sample", "data.half-deleted", "fed.blocks-half-applied", "media.unattached",
        "people.contact-gone",
        "media.local-nameless", "fed.unavailable-followed",
    ]

    /// What is told of the machine and the servers that the tests run on, and of their env file without secrets.
    private static let machine: Set<String> = [
        "env.secret-key-base", "env.vapid-half", "pg.config-errors",
        "redis.latency", "host.memory", "host.swap", "host.oom", "host.disk-root", "host.disk-temporary", "media.space",
        "host.reboot-needed", "host.inodes", "host.open-files",
    ]

    @Test(arguments: MastodonRelease.allCases)
    func `a fresh sandbox of every release gives no false alarm, and the probes leave nothing behind`(
        release: MastodonRelease
    ) async throws {
        let instance = try await TestInstance.make(release: release)
        let program = Program(for: instance)
        let list = try await CheckList(program)
        #expect(Set(list.found).subtracting(Self.intended).subtracting(Self.machine) == [], "\(list.text)")
        #expect(list.state("media.writable") == "ok" && list.state("redis.writable") == "ok")
        #expect(list.detail("schema.release").hasPrefix("Mastodon \(release.rawValue)"))
        #expect(list.all("could_not_look") == [], "\(list.text)")
        #expect(access("\(instance.mediaRoot)/mastoctl-probe", F_OK) != 0)
    }

    @Test func `every form tells the same, and a baseline accepts what is known`() async throws {
        let instance = try await TestInstance.make()
        let program = Program(for: instance)
        func doctor(_ words: String...) async throws -> Program.Ending {
            try await program.run(["doctor", "--only", "people."] + words)
        }
        let text = try await doctor()
        #expect(
            text.status == 1 && text.output.contains("people.reports-old: open reports older than 7 d: 2"), "\(text)")
        #expect(text.output.contains("fix: mastoctl reports list --unresolved"))
        let nagios = try await doctor("--format", "nagios", "--fail-on", "never")
        #expect(nagios.status == 0 && nagios.output.hasPrefix("MASTODON CRITICAL - people."), "\(nagios)")
        let junit = try await doctor("--format", "junit")
        #expect(junit.output.contains("<failure type=\"warning\"") && junit.output.hasSuffix("</testsuite>\n"))
        let page = try await doctor("--format", "html")
        #expect(
            page.output.hasPrefix("<!DOCTYPE html>") && !page.output.contains("<script")
                && !page.output.contains("http://"))
        let metrics = "\(program.folder.path)/doctor.prom"
        program.folder.make("known", content: "# known\npeople.staff-2fa 2999-01-01 they have hardware\n")
        let known = try await doctor(
            "--baseline", "\(program.folder.path)/known", "--metrics-file", metrics, "--since-last")
        #expect(
            known.status == 0 && known.output.contains("accepted   people.staff-2fa: they have hardware"), "\(known)")
        #expect(TextFile.read(metrics)?.contains("id=\"people.reports-old\",group=\"people\"} 2") == true)
        let connection = try await instance.connect()
        try await connection.execute("update reports set action_taken_at = now()")
        try await connection.execute("delete from rules")
        await connection.close()
        let later = try await doctor("--since-last")
        #expect(later.output.contains("new since last time: people.rules-empty"), "\(later)")
        #expect(later.output.contains("gone since last time: people.reports-old"), "\(later)")
    }

    @Test func `checks are listed, and each explains itself`() async throws {
        let program = Program()
        let ids = try await program.run(["doctor", "list", "--format", "ids"]).output.split(separator: "\n")
        #expect(ids.count >= 120 && Set(ids).count == ids.count)
        let told = try await program.run(["doctor", "explain", "pg.collation-drift"])
        #expect(told.status == 0 && told.output.contains("why") && told.output.contains("reindex"), "\(told)")
        let unknown = try await program.run(["doctor", "explain", "pg.collation-drif"])
        #expect(unknown.status == 66 && unknown.errors.contains("did you mean 'pg.collation-drift'?"), "\(unknown)")
    }

    @Test func `a database that cannot be reached hides nothing else`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let list = try await CheckList(Program(for: instance, ["DB_PORT": "1"]))
        #expect(list.status == 1 && list.state("pg.reachable") == "critical", "\(list.text)")
        #expect(list.state("schema.release") == "could_not_look" && list.state("media.writable") == "ok")
        #expect(list.detail("pg.reachable").hasPrefix("cannot reach PostgreSQL at 127.0.0.1:1"))
        let missing = try await CheckList(Program(for: instance, ["DB_NAME": "nowhere"]))
        #expect(missing.status == 1 && missing.detail("pg.reachable").contains("no such database"))
    }

    @Test func `a schema from the future is a warning`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let connection = try await instance.connect()
        try await connection.execute("insert into schema_migrations (version) values ('29990101000000')")
        await connection.close()
        let list = try await CheckList(Program(for: instance), "--group", "schema")
        #expect(list.status == 0 && list.all("warning") == ["schema.release"], "\(list.text)")
        #expect(list.fix("schema.release").contains("--allow-schema 29990101000000"))
    }

    @Test func `for a role that may only read, nothing is written anywhere`() async throws {
        let instance = try await TestInstance.make()
        let reader = "reader_\(instance.redisDatabase)"
        let connection = try await instance.connect()
        try await connection.execute("create role \(identifier: reader) login")
        try await connection.execute("grant select on all tables in schema public to \(identifier: reader)")
        let list = try await CheckList(Program(for: instance, ["DB_USER": reader]))
        #expect(list.state("pg.role-rights") == "notice", "\(list.text)")
        #expect(list.state("media.writable") == "skipped" && list.state("redis.writable") == "skipped")
        #expect(list.detail("media.writable").contains("may only read"))
        // What only a superuser sees is not told to be well.
        let hidden: Set = ["pg.hba-trust", "pg.wal-size", "pg.config-errors"]
        #expect(Set(list.all("could_not_look")) == hidden, "\(list.text)")
        try await connection.execute("revoke select on accounts from \(identifier: reader)")
        let blind = try await CheckList(Program(for: instance, ["DB_USER": reader]), "--only", "pg.role-rights")
        #expect(blind.status == 1 && blind.detail("pg.role-rights").contains("may not read accounts"))
        await connection.close()
    }

    @Test func `with --no-write nothing is probed`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let list = try await CheckList(
            Program(for: instance), "--no-write", "--only", "media.", "--only", "redis.", "--skip", "redis.latency")
        #expect(list.detail("media.writable").contains("--no-write"), "\(list.text)")
        #expect(list.state("media.writable") == "skipped" && list.state("redis.writable") == "skipped")
        #expect(list.state("media.reachable") == "ok")
    }

    @Test func `a dead Redis is one finding, and the others are looked at`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let list = try await CheckList(
            Program(for: instance, ["CACHE_REDIS_URL": "redis://:s3cr3t@127.0.0.1:1/0"]), "--group", "redis", "--deep")
        #expect(list.status == 1 && list.all("critical") == ["redis.reachable"], "\(list.text)")
        #expect(list.state("redis.writable") == "ok" && !list.text.contains("s3cr3t"))
    }

    @Test func `a journal that a dead run left is told and left alone`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let program = Program(for: instance)
        let list = try await CheckList(program, "--group", "host")
        let folder = String(list.detail("host.state-folder").dropFirst("journals go to ".count))
        #expect(folder.hasPrefix(program.folder.path) && access(folder, F_OK) != 0)
        program.folder.make(
            String(folder.dropFirst(program.folder.path.count + 1)) + "/1-1-1.journal",
            content: "+ 1\nmediaFile 1 1 r image/png a.png b.png\n. 1\n")
        let found = try await CheckList(program, "--only", "host.journal-left")
        #expect(found.status == 0 && found.all("warning") == ["host.journal-left"], "\(found.text)")
        #expect(access("\(folder)/1-1-1.journal", F_OK) == 0)
    }

    @Test func `a missing token is found only where changes have no other way`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let free = try await CheckList(Program(for: instance), "--only", "api.")
        #expect(free.found == [] && free.all("skipped").count == 5, "\(free.text)")
        let program = Program(for: instance)
        program.folder.make("strict.toml", content: "[lanes]\nallowed = [\"api\"]\n")
        let strict = try await CheckList(program, "--only", "api.", "--profile", "\(program.folder.path)/strict.toml")
        #expect(strict.status == 1 && strict.found == ["api.token"], "\(strict.text)")
        #expect(strict.fix("api.token").contains("mastoctl login"))
    }

    @Test func `what a configuration lacks is the doctor's finding`() async throws {
        let ending = try await Program(["DB_HOST": "127.0.0.1", "DB_PORT": "x"]).run(["doctor"])
        #expect(ending.status == 1 && ending.output.hasPrefix("problem    env.values: "), "\(ending)")
        #expect(ending.output.contains("environment DB_PORT must hold a whole number"))
    }
}
