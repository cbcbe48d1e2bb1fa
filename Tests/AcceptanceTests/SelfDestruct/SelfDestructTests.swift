import Glibc
import Model
import Postgres
import Redis
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct SelfDestructTests {
    private static let secret = String(repeating: "0", count: 64) + String(repeating: "f", count: 64)

    /// Runs with answers on standard input.
    private func answered(
        _ answers: String, _ words: [String], _ stage: Stage, at program: String = Program.path
    ) async throws -> Program.Ending {
        let shell = Program(
            [
                "MASTOCTL_ENV_FILE": stage.instance.environmentFile, "SECRET_KEY_BASE": Self.secret,
                "SELF_DESTRUCT": stage.settings["SELF_DESTRUCT"] ?? "",
            ], at: "/bin/sh")
        return try await shell.run(
            ["-c", #"input=$1; shift; printf "$input" | "$0" "$@""#, program, answers] + words)
    }

    private func delivery(to host: String) -> RedisArgument {
        RedisArgument(
            #"{"class":"ActivityPub::DeliveryWorker","args":["{}",1,"https://\#(host)/inbox",{}],"queue":"push","#
                + #""jid":"\#(host)","created_at":1700000000000}"#)
    }

    @Test func `the line is told after the domain and a yes, and after nothing else`() async throws {
        let stage = try await Stage.make(.v4_6, size: .empty)
        let off = try await stage.with(["SECRET_KEY_BASE": Self.secret]).run("self-destruct", "status")
        #expect(off.status == 1 && off.answer.contains("SELF_DESTRUCT is not set"), "\(off)")
        for (answers, word) in [
            ("other.example\\ny\\n", "the domains do not match"), ("", "the domains do not match"),
            ("sandbox.example\\nno\\n", "cancelled"), ("sandbox.example\\n\\n", "cancelled"),
        ] {
            let run = try await answered(answers, ["self-destruct"], stage)
            #expect(run.status == 64 && run.errors.contains(word) && run.output.isEmpty, "\(run)")
        }
        let told = try await answered("sandbox.example\\ny\\n", ["self-destruct", "begin", "--format", "json"], stage)
        #expect(told.status == 0 && told.errors.contains("cannot be taken back"), "\(told)")
        AnswerShape.check(told.output)
        let value = try #require(JSONValue(parsing: told.output)?["value"]?.string)
        // "sandbox.example" with quotes around it, and 40 digits.
        #expect(value.hasPrefix("InNhbmRib3guZXhhbXBsZSI=--") && value.count == 66)
        let line = try await answered("sandbox.example\\nyes\\n", ["self-destruct"], stage)
        #expect(line.output.contains("\n  SELF_DESTRUCT=\(value)\n"), "\(line)")
        // Of another server.
        let void = try await stage.with(["SECRET_KEY_BASE": "another", "SELF_DESTRUCT": value])
            .run("self-destruct", "status", "--format", "json")
        #expect(void.status == 1 && JSONValue(parsing: void.answer)?["mode"] == "void", "\(void)")
        let unknown = try await stage.run("self-destruct", "status")
        #expect(unknown.status == 78 && unknown.conversation.contains("SECRET_KEY_BASE is not known"), "\(unknown)")
    }

    @Test(arguments: [MastodonRelease.v4_6, .v4_7])
    func `how far a server is that closes is told, and which others know`(_ release: MastodonRelease) async throws {
        var stage = try await Stage.make(release)
        let redis = try await RedisConnection.connect(stage.instance.redis)
        try await redis.command(["FLUSHDB"])
        let line = try await answered(
            "sandbox.example\\ny\\n", ["self-destruct", "--format", "ids"], stage)
        let value = String(line.output.dropFirst("SELF_DESTRUCT=".count).dropLast())
        stage = stage.with(["SECRET_KEY_BASE": Self.secret, "SELF_DESTRUCT": value])

        let begun = try await stage.run("self-destruct", "status", "--format", "json")
        let answer = try #require(JSONValue(parsing: begun.answer), "\(begun)")
        let ended: Statement = release < .v4_7 ? "suspended_at" : "requested_deletion_at"
        let pending = try await stage.number(
            """
            select count(*) from accounts where domain is null and (\(fragment: ended) is null
            or id in (select account_id from account_deletion_requests))
            """)
        #expect(begun.status == 1 && answer["mode"] == "on" && pending > 0)
        #expect(answer["accounts_pending"]?.integer == Int64(pending), "\(begun)")
        // Nobody is told everything while accounts are to come.
        let early = try await stage.run("self-destruct", "servers", "--state", "told", "--format", "ids")
        #expect(early.status == 1 && early.answer.isEmpty, "\(early)")

        try await stage.execute("delete from account_deletion_requests")
        try await stage.execute("update accounts set \(fragment: ended) = now() where domain is null")
        let hosts = try await stage.texts(
            """
            select distinct split_part(coalesce(nullif(shared_inbox_url, ''), inbox_url), '/', 3) from accounts
            where domain is not null and protocol = 1 and inbox_url <> '' order by 1
            """)
        try #require(hosts.count > 4)
        try await stage.execute("delete from unavailable_domains")
        try await stage.execute(
            "insert into unavailable_domains (domain, created_at, updated_at) values (\(hosts[3]), now(), now())")
        try await redis.command(["SADD", "queues", "push"])
        try await redis.command(["RPUSH", "queue:push", delivery(to: hosts[0]), delivery(to: hosts[0])])
        try await redis.command(["ZADD", "retry", "9999999999", delivery(to: hosts[1])])
        try await redis.command(["SADD", RedisArgument("exhausted_deliveries:\(hosts[2])"), "20261120"])
        let servers = try await stage.run("self-destruct", "servers", "--format", "json")
        let rows = try #require(JSONValue(parsing: servers.answer)?["servers"]?.array, "\(servers)")
        let told = rows.map { "\($0["host"]?.string ?? "") \($0["state"]?.string ?? "")" }
        let states =
            ["waiting", "retrying", "failed", "unavailable"] + Array(repeating: "told", count: hosts.count - 4)
        #expect(told == zip(hosts, states).map { "\($0) \($1)" } && servers.status == 1)
        #expect(rows.first?["deliveries"]?.integer == 2)

        let waiting = try await stage.run("self-destruct", "status")
        #expect(waiting.status == 1 && waiting.answer.contains("Deletion notices are still being processed"))
        #expect(waiting.answer.contains("2 jobs waiting, 1 to be tried again"), "\(waiting)")
        try await redis.command(["UNLINK", "queue:push"])
        let retrying = try await stage.run("self-destruct", "status")
        #expect(retrying.status == 1 && retrying.answer.contains("1 job failed and will be tried again"), "\(retrying)")
        try await redis.command(["UNLINK", "retry"])
        let done = try await stage.run("self-destruct", "status")
        #expect(done.status == 0 && done.answer.contains("Every deletion notice has been sent!"), "\(done)")
        #expect(try await stage.run("self-destruct", "servers", "--quiet").status == 0)
        await redis.close()

        // The other name, the other spelling.
        let folder = TemporaryFolder()
        symlink(Program.path, "\(folder.path)/tootctl")
        let tootctl = try await answered("", ["self_destruct"], stage, at: "\(folder.path)/tootctl")
        #expect(tootctl.status == 0, "\(tootctl)")
        #expect(tootctl.output.hasPrefix("Self-destruct mode is already enabled for this Mastodon server\n"))
    }
}
