import Model
import Postgres
import Support
import Testing

/// Servers that run a fork: what it adds is told, does not stop reading, and stops writing only where it holds a row.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct ForkTests {
    /// Forks whose tables are known in full, on the release that each was seen on or a later one. What is public of fedibird
    /// and of ecko is of Mastodon 3.4, for which there is no catalog.
    static let forks: [(name: String, release: MastodonRelease)] = [
        ("glitch-soc", .v4_7), ("hometown", .v4_6), ("kmyblue", .v4_5), ("chuckya", .v4_7),
    ]

    private static let questions = [
        ["accounts", "list", "--local"], ["reports", "list"], ["domains", "list"], ["domain-blocks", "list"],
        ["ip-blocks", "list"], ["media", "usage"], ["audit"],
    ]

    /// The ten writes that servers see most.
    private static let changes = [
        ["media", "remove"], ["preview-cards", "remove"], ["accounts", "prune"], ["accounts", "suspend", "{user}"],
        ["accounts", "approve", "{pending user}"], ["reports", "resolve", "{open report}"],
        ["domain-blocks", "add", "{domain}", "--severity", "silence", "--no-wait"],
        ["ip-blocks", "add", "203.0.113.0/24", "--severity", "no_access"], ["domains", "purge", "{domain}"],
        ["accounts", "create", "forkling", "--email", "forkling@mail.example", "--no-mx"],
    ]

    @Test(arguments: forks.map(\.name))
    func `a fork is told by name, read, and written`(name: String) async throws {
        let fork = try #require(MastodonFork.all.first { $0.name == name })
        let release = Self.forks.first { $0.name == name }?.release ?? .newest
        let stage = try await Stage.forRound(release)
        try await stage.become(fork)
        let overview = try await stage.run("instance", "--format", "json")
        #expect(try await stage.figure("fork", of: overview) == name, "\(overview.answer)")
        #expect(try await stage.figure("release", of: overview) == "Mastodon \(release.rawValue)")
        let doctor = try await stage.run("doctor", "--format", "json")
        #expect(doctor.answer.contains("fork: \(name), "), "\(doctor.answer)")
        for words in Self.questions {
            let run = try await stage.start(words + ["--format", "json"]).end()
            #expect(run.status == 0, "\(words): \(run.conversation)")
        }
        for words in Self.changes {
            let line = try await stage.words(words) + ["--yes", "--format", "json"]
            let run = try await stage.start(line).end()
            #expect(run.status == 0, "\(line): \(run.conversation)")
        }
    }

    @Test func `what an unknown table holds is left whole, or goes with it when that is wanted`() async throws {
        let stage = try await Stage.make()
        try await stage.execute(
            "create table extra_notes (account_id bigint not null references accounts (id), text varchar)")
        try await stage.execute(
            "create table extra_tokens (id bigserial primary key, status_id bigint not null references statuses (id))")
        let account = try await stage.number("select max(id) from accounts where domain = 'big.example'")
        let post = """
            (select max(id) from statuses
            where account_id in (select id from accounts where domain = 'big.example' and id <> \(account)))
            """
        try await stage.execute("insert into extra_notes values (\(Int64(account)), 'x')")
        let connection = try await stage.instance.connect()
        try await connection.script(Script(trusted: "insert into extra_tokens (status_id) select \(post)"))
        await connection.close()
        let author = try await stage.number(
            "select account_id from statuses where id = (select status_id from extra_tokens)")
        let posts = try await stage.number("select count(*) from statuses where account_id = \(Int64(author))")
        let run = try await stage.run("domains", "purge", "big.example", "--yes", "--format", "json")
        #expect(run.status == 1, "\(run.conversation)")
        #expect(try await stage.figure("failed", of: run) == "2")
        #expect(run.conversation.contains("extra_notes, extra_tokens"))
        #expect(
            try await stage.number(
                "select count(*) from accounts where domain = 'big.example'") == 2)
        // Nothing of the held ones is gone: they were refused before their first change.
        #expect(
            try await stage.number("select count(*) from statuses where account_id = \(Int64(author))") == posts)
        let again = try await stage.run("domains", "purge", "big.example", "--yes", "--with-unknown-tables")
        #expect(again.status == 0, "\(again.conversation)")
        #expect(try await stage.number("select count(*) from accounts where domain = 'big.example'") == 0)
        #expect(try await stage.number("select count(*) from extra_notes") == 0)
        let idle = try await stage.run("media", "remove", "--with-unknown-tables")
        #expect(idle.status == 64 && idle.conversation.contains("deletes no accounts"))
    }
}
