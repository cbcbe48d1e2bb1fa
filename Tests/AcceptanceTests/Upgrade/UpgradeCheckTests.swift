import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct UpgradeCheckTests {
    private func state(_ name: String, in run: Run, _ stage: Stage) async throws -> String? {
        try await stage.texts(
            """
            select finding ->> 'state' || ' ' || coalesce(finding ->> 'rows', '-')
            from jsonb_array_elements((\(run.answer)::jsonb) -> 'findings') as finding
            where finding ->> 'name' = \(name)
            """
        ).first
    }

    @Test func `a server without trouble has nothing to mend`() async throws {
        for release in [MastodonRelease.v4_3, .v4_6, .v4_7] {
            let stage = try await Stage.make(release, size: .empty)
            let run = try await stage.consequences(of: "upgrade", "check", "--format", "json")
            #expect(run.status == 0, "\(release): \(run.answer) \(run.conversation)")
            #expect(try await stage.figure("from", of: run) == release.rawValue)
            #expect(try await stage.figure("to", of: run) == "4.7")
            #expect(try await state("migrations", in: run, stage)?.hasPrefix("ok ") == true)
        }
        let stage = try await Stage.make(.v4_7, size: .empty)
        #expect(try await stage.consequences(of: "upgrade", "check", "--to", "4.6").status == 64)
        try await stage.execute("create extension amcheck")
        let looked = try await stage.consequences(of: "upgrade", "check", "--format", "json")
        #expect(try await state("damaged_indexes", in: looked, stage) == "ok 0", "\(looked.answer)")
    }

    @Test func `what 4_7 would merge, delete or stop at is told with its rows and what mends it`() async throws {
        let stage = try await Stage.make(.v4_6)
        try await stage.execute(
            """
            update accounts set uri = 'https://twin.example/users/1'
            where id in (select id from accounts where domain is not null order by id limit 2)
            """)
        try await stage.execute(
            """
            update accounts set uri = ''
            where id in (select id from accounts where domain is not null order by id desc limit 3)
            """)
        try await stage.execute("drop index index_accounts_on_username_and_domain_lower")
        try await stage.execute(
            """
            insert into accounts (username, domain, uri, created_at, updated_at)
            values ('Same', 'case.example', 'https://case.example/1', now(), now()),
                ('same', 'case.example', 'https://case.example/2', now(), now())
            """)
        try await stage.execute("alter table accounts add column requested_deletion_at timestamp")
        let before = try await stage.snapshot()
        let deaf = stage.with(["ACTIVE_RECORD_ENCRYPTION_PRIMARY_KEY": ""])
        let run = try await deaf.run("upgrade", "check", "--format", "json")
        #expect(run.status == 1, "\(run.conversation)")
        for (name, wanted) in [
            ("shared_actors", "warning 1"), ("nameless", "warning 3"), ("shared_names", "problem 1"),
            ("clashes", "problem 1"), ("encryption", "problem -"),
        ] {
            #expect(try await state(name, in: run, stage) == wanted, "\(name): \(run.answer)")
        }
        #expect(run.answer.contains("mastoctl accounts fix-duplicates"))
        #expect(try await stage.snapshot() == before)
        let told = try await deaf.run("upgrade", "check")
        #expect(told.answer.contains("mend: "))
    }

    @Test func `unfinished migrations and rows in the way of new indexes are told`() async throws {
        let half = try await Stage.make(.v4_7)
        try await half.halfMigrate()
        let unfinished = try await half.run("upgrade", "check", "--format", "json")
        #expect(unfinished.status == 1 && unfinished.answer.contains("rails db:migrate"), "\(unfinished.answer)")
        let old = try await Stage.make(.v4_2)
        try await old.execute(
            """
            insert into account_aliases (account_id, acct, uri, created_at, updated_at)
            select (select min(id) from accounts), 'a@b.example', 'https://b.example/a', now(), now()
            from generate_series(1, 2)
            """)
        let run = try await old.run("upgrade", "check", "--format", "json")
        #expect(try await state("unique_rows", in: run, old) == "problem 1", "\(run.answer)")
    }
}
