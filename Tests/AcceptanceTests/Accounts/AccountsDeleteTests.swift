import Crypto
import Model
import Postgres
import Redis
import Sandbox
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled)) struct AccountsDeleteTests {
    /// An instance, and the name of a local account that has posted.
    private func stage(_ release: MastodonRelease = .usual) async throws -> (Stage, name: String) {
        let stage = try await Stage.make(release)
        let names = try await stage.texts(
            """
            select accounts.username
            from accounts
            join users on users.account_id = accounts.id
            where users.confirmed_at is not null
                and users.approved
                and accounts.suspended_at is null
            order by (select count(*) from statuses where statuses.account_id = accounts.id) desc, accounts.id
            limit 1
            """)
        return (stage, try #require(names.first))
    }

    private func jobs(_ queue: String, of stage: Stage) async throws -> [JSONValue] {
        let redis = try await RedisConnection.connect(stage.instance.redis)
        let texts = try await redis.command(["LRANGE", RedisArgument("queue:\(queue)"), 0, -1]).texts ?? []
        await redis.close()
        // One waits there from the beginning, as on any server.
        return texts.compactMap { JSONValue(parsing: $0) }.filter { $0["class"]?.string != "ThreadResolveWorker" }
    }

    @Test(arguments: MastodonRelease.allCases)
    func `a user goes with everything, and only a blank name is left`(release: MastodonRelease) async throws {
        let (stage, name) = try await stage(release)
        let id = try await stage.number("select id from accounts where username = \(name) and domain is null")
        let missing = try await stage.namedOriginals().subtracting(stage.objects().keys)
        let run = try await stage.consequences(of: "accounts", "delete", name, "--yes", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "1")
        #expect(try await stage.figure("lane", of: run) == "direct")
        #expect(
            try await stage.texts(
                """
                select concat_ws(' ', username, display_name, note, suspended_at is not null, suspension_origin,
                    avatar_file_name, header_file_name)
                from accounts where id = \(id)
                """) == [release >= .v4_7 ? "\(name)   f" : "\(name)   t 0"])
        if release >= .v4_7 {
            let dated = try await stage.number(
                "select count(*) from accounts where id = \(id) and requested_deletion_at is not null")
            #expect(dated == 1)
        }
        for (table, column) in [
            ("users", "account_id"), ("statuses", "account_id"), ("media_attachments", "account_id"),
            ("follows", "account_id"), ("follows", "target_account_id"), ("favourites", "account_id"),
            ("notifications", "account_id"), ("notifications", "from_account_id"), ("lists", "account_id"),
        ] {
            let left = try await stage.number(
                "select count(*) from \(identifier: table) where \(identifier: column) = \(id)")
            #expect(left == 0, "\(table).\(column)")
        }
        let told = try await jobs("push", of: stage) + jobs("pull", of: stage)
        let inboxes = try await stage.number(
            "select count(distinct coalesce(nullif(shared_inbox_url, ''), inbox_url)) from accounts where protocol = 1")
        #expect(!told.isEmpty)
        #expect(told.count <= inboxes + 1)
        #expect(
            told.allSatisfy {
                $0["args"]?.array?.first?.string.flatMap { JSONValue(parsing: $0) }?["type"]?.string == "Delete"
            })
        #expect(stage.journals.isEmpty)
        #expect(try await stage.namedOriginals().subtracting(stage.objects().keys).isSubset(of: missing))
    }

    @Test func `on 4_2 the keys of a user's devices go`() async throws {
        let (stage, name) = try await stage(.v4_2)
        try await stage.execute(
            """
            insert into devices (account_id, device_id, created_at, updated_at)
            select id, username, now(), now()
            from accounts
            where domain is null
            """)
        let run = try await stage.consequences(of: "accounts", "delete", name, "--yes")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.number("select count(*) from devices where device_id = \(name)") == 0)
        #expect(try await stage.number("select count(*) from devices") > 0)
    }

    @Test func `a dry run changes nothing`() async throws {
        let (stage, name) = try await stage()
        let before = try await stage.snapshot()
        let run = try await stage.consequences(of: "accounts", "delete", name, "--dry-run")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.snapshot() == before)
        #expect(try await jobs("push", of: stage).isEmpty)
    }

    @Test func `nobody is deleted by a wrong name, or of another server`() async throws {
        let (stage, name) = try await stage()
        let remote = try #require(
            try await stage.texts("select username || '@' || domain from accounts where domain is not null limit 1")
                .first)
        let before = try await stage.snapshot()
        #expect(try await stage.consequences(of: "accounts", "delete", "nobody_here", "--yes").status == 66)
        #expect(try await stage.consequences(of: "accounts", "delete", name, "nobody_here", "--yes").status == 66)
        #expect(try await stage.consequences(of: "accounts", "delete", remote, "--yes").status == 66)
        #expect(
            try await stage.consequences(of: "accounts", "delete", "--email", "nobody@mail.example", "--yes").status
                == 66)
        #expect(try await stage.consequences(of: "accounts", "delete", "--yes").status == 64)
        #expect(
            try await stage.consequences(of: "accounts", "delete", name, "--email", "a@b.example", "--yes").status == 64
        )
        #expect(try await stage.snapshot() == before)
    }

    @Test func `an account that cannot sign is a failure, and stays as it was`() async throws {
        let (stage, name) = try await stage()
        try await stage.breakKey(of: name)
        let before = try await stage.snapshot()
        let run = try await stage.consequences(of: "accounts", "delete", name, "--yes")
        #expect(run.status == 1)
        #expect(run.conversation.contains("no key to sign with"))
        #expect(try await stage.snapshot() == before)
    }

    @Test func `somebody who never got in goes without a trace and without a word`() async throws {
        let (stage, name) = try await stage()
        try await stage.execute(
            """
            update users set confirmed_at = null
            where account_id = (select id from accounts where username = \(name) and domain is null)
            """)
        #expect(try await stage.consequences(of: "accounts", "delete", name, "--yes").status == 0)
        #expect(
            try await stage.number("select count(*) from accounts where username = \(name) and domain is null") == 0)
        #expect(try await jobs("push", of: stage).isEmpty)
        #expect(try await jobs("pull", of: stage).isEmpty)
    }

    @Test func `by jobs the account is suspended and the server's worker is asked`() async throws {
        let (stage, name) = try await stage()
        let before = try await stage.snapshot()
        #expect(try await stage.consequences(of: "accounts", "delete", name, "--yes", "--via", "jobs").status == 69)
        #expect(try await stage.snapshot() == before, "without Sidekiq nothing is changed")
        let run = try await stage.consequences(of: "accounts", "delete", name, "--yes", "--via", "jobs", "--no-wait")
        #expect(run.status == 0, "\(run.conversation)")
        let queued = try await jobs("pull", of: stage)
        #expect(queued.map { $0["class"]?.string } == ["AccountDeletionWorker"])
        let id = try await stage.number("select id from accounts where username = \(name) and domain is null")
        #expect(queued.first?["args"] == .array([.integer(Int64(id))]))
        let isMarked = stage.instance.release >= .v4_7
        let mark: Statement =
            isMarked
            ? "accounts.requested_deletion_at is not null and accounts.suspended_at is null"
            : "accounts.suspended_at is not null"
        #expect(
            try await stage.number(
                """
                select count(*)
                from accounts
                join account_deletion_requests on account_deletion_requests.account_id = accounts.id
                where accounts.id = \(id) and \(fragment: mark)
                """) == 1)
        // It waits for its end now, which the pages' own worker is asked for where it is suspended; and that only once.
        let words = ["accounts", "delete", name, "--yes", "--via", "jobs", "--no-wait"]
        #expect(try await stage.start(words).end().status == 0)
        let third = try await stage.start(words + ["--format", "json"]).end()
        #expect(third.conversation.contains("the same job is queued or running already"), "\(third.conversation)")
        #expect(try await stage.figure("changed", of: third) == "0")
        #expect(
            try await jobs("pull", of: stage).compactMap { $0["class"]?.string }.sorted()
                == ["AccountDeletionWorker"] + (isMarked ? [] : ["Admin::AccountDeletionWorker"]))
    }
}

extension Stage {
    /// Makes the key an account signs with one that does not sign, where the release keeps it: sealed by the
    /// instance's own keys since 4.7.
    fileprivate func breakKey(of name: String) async throws {
        guard instance.release >= .v4_7 else {
            try await execute("update accounts set private_key = 'broken' where username = \(name)")
            return
        }
        let values = Dictionary(uniqueKeysWithValues: Population.encryption)
        let cipher = RecordCipher(
            primary: values["ACTIVE_RECORD_ENCRYPTION_PRIMARY_KEY"] ?? "",
            salt: values["ACTIVE_RECORD_ENCRYPTION_KEY_DERIVATION_SALT"] ?? "")
        let sealed = try cipher.sealed("broken")
        try await execute(
            """
            update keypairs set private_key = \(sealed)
            where account_id = (select id from accounts where username = \(name) and domain is null)
            """)
    }
}
