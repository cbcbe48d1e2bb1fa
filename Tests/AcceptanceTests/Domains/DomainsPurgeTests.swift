import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled), .serialized) struct DomainsPurgeTests {
    private func left(_ domain: String, in stage: Stage) async throws -> [String] {
        try await stage.texts(
            """
            select 'account ' || username from accounts where domain = \(domain)
            union all
            select 'emoji ' || shortcode from custom_emojis where domain = \(domain)
            union all
            select 'instance' from instances where domain = \(domain) and accounts_count > 0
            union all
            select 'status ' || id from statuses where account_id not in (select id from accounts)
            """)
    }

    @Test(arguments: MastodonRelease.allCases)
    func `nothing of a domain is left, and nothing else is gone`(release: MastodonRelease) async throws {
        let stage = try await Stage.make(release)
        let others: Statement = """
            select username from accounts where domain is distinct from 'big.example' order by id
            """
        let before = try await stage.texts(others)
        // Some files are not there from the beginning, as on any server.
        let unheld = try await stage.namedOriginals().subtracting(stage.objects().keys)
        let run = try await stage.consequences(of: "domains", "purge", "big.example", "--yes", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await left("big.example", in: stage).isEmpty)
        #expect(try await stage.texts(others) == before)
        #expect(try await stage.namedOriginals().subtracting(stage.objects().keys).isSubset(of: unheld))
        #expect(stage.journals.isEmpty)
        let again = try await stage.consequences(of: "domains", "purge", "big.example", "--yes")
        #expect(again.status == 0, "a second run has nothing to do")
    }

    @Test func `a dry run changes nothing, and says how much there is`() async throws {
        let stage = try await Stage.make()
        let before = try await stage.snapshot()
        let accounts = try await stage.number("select count(*) from accounts where domain = 'big.example'")
        let emoji = try await stage.number("select count(*) from custom_emojis where domain = 'big.example'")
        let run = try await stage.consequences(of: "domains", "purge", "big.example", "--dry-run", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "\(accounts + emoji)")
        #expect(try await stage.snapshot() == before)
    }

    @Test func `subdomains and blocks go on wish`() async throws {
        let stage = try await Stage.make()
        try await stage.execute(
            """
            insert into domain_blocks (domain, severity, created_at, updated_at)
            values ('big.example', 0, now(), now()), ('sub.big.example', 0, now(), now())
            """)
        let run = try await stage.consequences(
            of:
                "domains", "purge", "big.example", "--include-subdomains", "--purge-domain-blocks", "--subdomain-emoji",
            "--yes")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await left("big.example", in: stage).isEmpty)
        #expect(try await left("sub.big.example", in: stage).isEmpty)
        #expect(try await stage.number("select count(*) from domain_blocks where domain like '%big.example'") == 0)
    }

    @Test func `a post that moderators were to look at loses its link, others leave theirs behind`() async throws {
        let stage = try await Stage.make()
        let posts = try await stage.texts(
            """
            select statuses.id::text
            from statuses
            join accounts on accounts.id = statuses.account_id
            where accounts.domain = 'big.example' and statuses.deleted_at is null
                and accounts.id = (
                    select author.id
                    from accounts as author
                    join statuses as post on post.account_id = author.id
                    where author.domain = 'big.example' and post.deleted_at is null
                    group by author.id
                    having count(*) > 1
                    limit 1)
            limit 2
            """)
        try #require(posts.count == 2)
        let (reported, other) = (try #require(Int64(posts[0])), try #require(Int64(posts[1])))
        try await stage.execute("delete from preview_cards_statuses where status_id = any(\([reported, other]))")
        try await stage.execute(
            """
            insert into preview_cards_statuses (preview_card_id, status_id)
            select (select min(id) from preview_cards), unnest(\([reported, other]))
            """)
        try await stage.execute(
            """
            insert into reports (account_id, target_account_id, status_ids, created_at, updated_at)
            select (select min(id) from accounts where domain is null and id > 0), account_id, array[id], now(), now()
            from statuses
            where id = \(reported)
            """)
        let run = try await stage.consequences(of: "domains", "purge", "big.example", "--yes")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(
            try await stage.texts(
                """
                select status_id::text
                from preview_cards_statuses
                where status_id = any(\([reported, other]))
                """) == ["\(other)"])
    }

    @Test func `wrong words are usage errors`() async throws {
        let stage = try await Stage.make(size: .empty)
        #expect(try await stage.consequences(of: "domains", "purge", "--yes").status == 64)
        #expect(
            try await stage.consequences(of: "domains", "purge", "a.example", "--limited-federation-mode", "--yes")
                .status == 64)
        #expect(
            try await stage.consequences(of: "domains", "purge", "a.example", "--by-uri", "--via", "jobs", "--yes")
                .status == 64)
    }

    @Test func `a killed purge never leaves a row without its file, and the next run finishes it`() async throws {
        let stage = try await Stage.make()
        let unheld = try await stage.namedOriginals().subtracting(stage.objects().keys)
        let whole = try await stage.consequences(of: "domains", "purge", "social3.example", "--yes")
        #expect(whole.status == 0, "\(whole.conversation)")
        let killed = try await Kills(stage: stage, words: ["domains", "purge", "big.example", "--yes"])
            .all(over: max(whole.seconds, 0.3)) {
                let missing = try await stage.namedOriginals().subtracting(stage.objects().keys)
                #expect(missing.isSubset(of: unheld), "rows without their file")
            }
        #expect(killed > 0)
        let last = try await stage.consequences(of: "domains", "purge", "big.example", "--yes")
        #expect(last.status == 0, "\(last.conversation)")
        #expect(try await left("big.example", in: stage).isEmpty)
        #expect(stage.journals.isEmpty)
    }
}
