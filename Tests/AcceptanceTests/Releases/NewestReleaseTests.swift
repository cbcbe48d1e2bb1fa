import Crypto
import Model
import Postgres
import Sandbox
import Support
import Testing

/// What 4.7 does otherwise than the releases before it.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct NewestReleaseTests {
    @Test func `half-migrated is read and not written, and newer than known asks for a newer mastoctl`() async throws {
        let stage = try await Stage.make(.v4_7)
        try await stage.halfMigrate()
        let overview = try await stage.run("instance", "--format", "json")
        #expect(try await stage.figure("release", of: overview) == "Mastodon 4.7, half migrated")
        #expect(try await stage.run("accounts", "list", "--local").status == 0)
        let refused = try await stage.run("accounts", "prune", "--yes")
        #expect(refused.status == 78 && refused.conversation.contains("not finished"), "\(refused.conversation)")
        #expect(refused.conversation.contains("index on accounts.uri is not unique"))
        let doctor = try await stage.run("doctor", "--format", "json")
        #expect(doctor.status == 1 && doctor.answer.contains("the migrations to Mastodon 4.7 are not finished"))

        let later = try await Stage.make(.v4_7, size: .empty)
        try await later.execute("insert into schema_migrations (version) values ('20270101000000')")
        let newer = try await later.run("accounts", "prune", "--yes")
        #expect(newer.status == 78 && newer.conversation.contains("newer than Mastodon 4.7"))
        #expect(newer.conversation.contains("use a newer mastoctl"))
        #expect(!newer.conversation.contains("finish the server's migrations"))
        #expect(try await later.run("accounts", "list").status == 0)
    }

    @Test func `a migration of the release that has not run makes it unfinished`() async throws {
        let stage = try await Stage.make(.v4_7, size: .empty)
        for migration in ServerMigrations.all where migration.version != "20260720103819" {
            try await stage.execute(
                "insert into schema_migrations (version) values (\(migration.version)) on conflict do nothing")
        }
        let refused = try await stage.run("accounts", "prune", "--yes")
        #expect(refused.status == 78 && refused.conversation.contains("20260720103819"), "\(refused.conversation)")
        try await stage.execute("insert into schema_migrations (version) values ('20260720103819')")
        #expect(try await stage.run("accounts", "prune", "--yes").status == 0)
    }

    @Test func `new keys are rows that this server's own keys open, and the letter names the old one`() async throws {
        let stage = try await Stage.make(.v4_7)
        let name = try #require(
            try await stage.texts(
                "select username from accounts join users on users.account_id = accounts.id order by users.id"
            ).first)
        let id = try await stage.number("select id from accounts where username = \(name) and domain is null")
        let before = try await stage.snapshot()
        let run = try await stage.run("accounts", "rotate", name)
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.snapshot().changedTables(from: before) == ["keypairs"])
        let row = try await stage.texts(
            "select local_fragment || ' ' || private_key from keypairs where account_id = \(Int64(id))")
        #expect(row.count == 1 && row[0].hasPrefix("#main-key {"))
        let sealed = try #require(row.first?.dropFirst("#main-key ".count)).description
        #expect(try Self.opened(sealed)?.hasPrefix("-----BEGIN RSA PRIVATE KEY-----") == true)
        let letter = try #require(try await stage.jobs(in: "push").last?["args"]?.array?.last?["sign_with"])
        #expect(letter["type"]?.string == "rsa" && letter["local_fragment"]?.string?.hasPrefix("#") == true)
        #expect(letter["private_key"]?.string?.hasPrefix("-----BEGIN RSA PRIVATE KEY-----") == true)

        let missing = stage.with(["ACTIVE_RECORD_ENCRYPTION_PRIMARY_KEY": ""])
        let wrong = stage.with(["ACTIVE_RECORD_ENCRYPTION_KEY_DERIVATION_SALT": "another"])
        let state = try await stage.snapshot()
        for words in [["rotate", name], ["create", "fresh", "--email", "f@mail.example"], ["delete", name, "--yes"]] {
            for (mute, said) in [(missing, "does not say with what"), (wrong, "do not open the keys")] {
                let refused = try await mute.start(["accounts"] + words).end()
                #expect(refused.status == 78 && refused.conversation.contains(said), "\(refused.conversation)")
            }
        }
        #expect(try await stage.snapshot() == state)
    }

    /// What a sealed column holds, by the sandbox's own keys.
    private static func opened(_ text: String) throws -> String? {
        let json = try #require(JSONValue(parsing: text))
        func bytes(_ value: JSONValue?) throws -> [UInt8] { try #require(value?.string.flatMap(Base64.bytes)) }
        let cipher = RecordCipher(primary: Population.encryption[0].1, salt: Population.encryption[2].1)
        return cipher.opened(
            .init(
                payload: try bytes(json["p"]), vector: try bytes(json["h"]?["iv"]), tag: try bytes(json["h"]?["at"]),
                isCompressed: json["h"]?["c"] == .boolean(true)))
    }

    @Test func `who deleted himself is told apart from who was suspended, and a name that is none is told`()
        async throws
    {
        let stage = try await Stage.make(.v4_7)
        let name = try #require(
            try await stage.texts(
                """
                select username from accounts join users on users.account_id = accounts.id
                where suspended_at is null and confirmed_at is not null and approved and not disabled order by users.id
                """
            ).first)
        try await stage.execute(
            "update accounts set requested_deletion_at = now() where username = \(name) and domain is null")
        let local = try await stage.run("accounts", "show", name, "--format", "json")
        #expect(local.status == 0, "\(local.conversation)")
        #expect(try await stage.figure("uri", of: local) == "")
        #expect(try await stage.figure("requested_deletion_at", of: local) != nil)
        #expect(try await stage.figure("statuses.0", of: local) == "deleted")
        let listed = try await stage.run("accounts", "list", "--status", "deleted", "--format", "ids")
        #expect(listed.answer.split(separator: "\n").count == 1, "\(listed.answer)")
        let active = try await stage.run("accounts", "list", "--local", "--status", "active", "--format", "json")
        #expect(!active.answer.contains("\"\(name)\""))

        let id = try await stage.number("select max(id) from accounts where domain is not null")
        try await stage.execute("update accounts set username = '! ' || id where id = \(Int64(id))")
        let stale = try await stage.run("accounts", "show", "id:\(id)", "--format", "json")
        #expect(stale.status == 0 && stale.answer.contains("\"invalid_handle\": true"), "\(stale.answer)")
    }
}
