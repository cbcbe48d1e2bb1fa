import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct DomainBlocksRepairTests {
    /// A stage whose blocks are all carried out.
    private func whole(_ release: MastodonRelease = .usual) async throws -> Stage {
        let stage = try await Stage.make(release)
        try await stage.execute("delete from domain_blocks")
        try await stage.execute(
            "update accounts set silenced_at = null, suspended_at = null, suspension_origin = null where domain is not null"
        )
        try await stage.execute("refresh materialized view instances")
        return stage
    }

    private func block(_ stage: Stage, _ domain: String, _ severity: Int, media: Bool = false) async throws -> Int {
        try await stage.number(
            """
            insert into domain_blocks (domain, severity, reject_media, created_at, updated_at)
            values (\(domain), \(severity)::int, \(media), '2026-01-02 03:04:05.678901', '2026-01-02 03:04:05.678901')
            returning id
            """)
    }

    @Test(arguments: MastodonRelease.allCases)
    func `a block that was not carried out to its end is queued again`(release: MastodonRelease) async throws {
        let stage = try await whole(release)
        #expect(try await stage.consequences(of: "domain-blocks", "repair", "--dry-run").status == 0)
        let id = try await block(stage, "big.example", 0)
        try await stage.execute(
            "update accounts set silenced_at = '2026-01-02 03:04:05.678901' where \(fragment: ofBig) and id % 2 = 0"
        )
        let before = try await stage.snapshot()
        let check = try await stage.consequences(of: "domain-blocks", "repair", "--dry-run", "--format", "json")
        #expect(check.status == 1, "\(check)")
        #expect(try await stage.figure("problems", of: check) == "1", "\(check)")
        #expect(try await stage.snapshot() == before)
        let run = try await stage.consequences(of: "domain-blocks", "repair", "--yes")
        #expect(run.status == 0, "\(run)")
        #expect(try await stage.waitingWork() == ["DomainBlockWorker [\(id)]"])
        #expect(try await stage.snapshot() == before)
        // As the worker leaves it.
        try await stage.execute(
            "update accounts set silenced_at = '2026-01-02 03:04:05.678901' where \(fragment: ofBig)")
        #expect(try await stage.consequences(of: "domain-blocks", "repair", "--dry-run").status == 0)
        // A moderator's exception is none of the worker's failures.
        try await stage.execute(
            """
            with spared as (
                update accounts set silenced_at = null
                where id = (select min(id) from accounts where \(fragment: ofBig))
                returning id
            )
            insert into admin_action_logs (account_id, action, target_type, target_id, created_at, updated_at)
            select (select min(id) from accounts where domain is null), 'unsilence', 'Account', id, now(), now() from spared
            """)
        #expect(try await stage.consequences(of: "domain-blocks", "repair", "--dry-run").status == 0)
    }

    @Test func `a suspension that left follows, posts or files is queued again`() async throws {
        let stage = try await whole()
        let id = try await block(stage, "big.example", 1)
        try await stage.execute(
            """
            update accounts set suspended_at = '2026-01-02 03:04:05.678901', suspension_origin = 0
            where \(fragment: ofBig)
            """)
        let check = try await stage.consequences(of: "domain-blocks", "repair", "--dry-run")
        #expect(check.status == 1 && check.answer.contains("still hold follows, posts or files"), "\(check)")
        #expect(try await stage.consequences(of: "domain-blocks", "repair", "--yes").status == 0)
        #expect(try await stage.waitingWork() == ["DomainBlockWorker [\(id)]"])
        // As the worker leaves it.
        let those = "select id from accounts where \(fragment: ofBig)" as Statement
        try await stage.execute(
            "delete from follows where account_id in (\(fragment: those)) or target_account_id in (\(fragment: those))")
        try await stage.execute("delete from media_attachments where account_id in (\(fragment: those))")
        try await stage.execute(
            """
            delete from statuses
            where account_id in (\(fragment: those))
                and not exists (
                    select from reports
                    where target_account_id = statuses.account_id and action_taken_at is null
                        and statuses.id = any(status_ids)
                )
            """)
        try await stage.execute(
            "update accounts set avatar_file_name = null, header_file_name = null where \(fragment: ofBig)")
        let calm = try await stage.consequences(of: "domain-blocks", "repair", "--dry-run")
        #expect(calm.status == 0, "\(calm)")
    }

    @Test func `what an earlier severity left is undone by the worker, which is told of it`() async throws {
        let stage = try await whole()
        let id = try await block(stage, "big.example", 2)
        try await stage.execute(
            "update accounts set silenced_at = '2026-01-02 03:04:05.678901' where \(fragment: ofBig)")
        #expect(try await stage.consequences(of: "domain-blocks", "repair", "--yes").status == 0)
        #expect(try await stage.waitingWork() == ["DomainBlockWorker [\(id),true]"])
    }

    @Test(arguments: MastodonRelease.allCases)
    func `accounts that no block, strike or log entry explains are freed`(release: MastodonRelease) async throws {
        let stage = try await whole(release)
        let ids = try await stage.texts(
            "select id::text from accounts where \(fragment: ofBig) order by id limit 6"
        ).compactMap { Int64($0) }
        try await stage.execute(
            """
            update accounts set suspended_at = '2026-01-02', suspension_origin = case when id = \(ids[1]) then 1 else 0 end
            where id = any(\(Array(ids[0...3])))
            """)
        try await stage.execute("update accounts set silenced_at = '2026-01-02' where id = any(\(Array(ids[4...5])))")
        let owner = "(select min(id) from accounts where domain is null)" as Statement
        try await stage.execute(
            """
            insert into account_warnings (account_id, target_account_id, action, text, created_at, updated_at)
            values (\(fragment: owner), \(ids[2]), 4000, '', now(), now()),
                (\(fragment: owner), \(ids[5]), 3000, '', now(), now())
            """)
        try await stage.execute(
            """
            insert into admin_action_logs (account_id, action, target_type, target_id, created_at, updated_at)
            values (\(fragment: owner), 'suspend', 'Account', \(ids[3]), now(), now())
            """)
        let check = try await stage.consequences(of: "domain-blocks", "repair", "--dry-run", "--format", "json")
        #expect(check.status == 1, "\(check)")
        #expect(try await stage.figure("problems", of: check) == "2", "\(check)")
        #expect(try await stage.consequences(of: "domain-blocks", "repair", "--dry-run", "--no-accounts").status == 0)
        #expect(try await stage.consequences(of: "domain-blocks", "repair", "--yes").status == 0)
        let left = try await stage.texts(
            """
            select id::text from accounts
            where id = any(\(ids)) and (silenced_at is not null or suspended_at is not null)
            order by id
            """)
        #expect(left == [ids[1], ids[2], ids[3], ids[5]].sorted().map { "\($0)" })
        #expect(
            try await stage.number(
                "select count(*) from accounts where id = \(ids[0]) and suspension_origin is not null") == 0)
        #expect(try await stage.consequences(of: "domain-blocks", "repair", "--dry-run").status == 0)
    }

    @Test func `a young block is left to the server`() async throws {
        let stage = try await whole()
        try await stage.execute(
            """
            insert into domain_blocks (domain, severity, created_at, updated_at)
            values ('big.example', 1, now() at time zone 'utc', now() at time zone 'utc')
            """)
        #expect(try await stage.consequences(of: "domain-blocks", "repair", "--dry-run").status == 0)
        #expect(try await stage.consequences(of: "domain-blocks", "repair", "--dry-run", "--min-age", "0s").status == 1)
    }
}
