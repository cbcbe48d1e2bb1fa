import Model
import Postgres
import Support
import Testing

/// What each action leaves behind, on every release.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct ModerationTests {
    @Test(arguments: MastodonRelease.allCases)
    func `suspending leaves what the server leaves, and unsuspending takes it back`(release: MastodonRelease)
        async throws
    {
        let stage = try await Stage.make(release)
        let name = try await stage.ordinaryUsers()[0]
        let report = try await stage.report(about: name)
        try await stage.emptyQueues()
        let run = try await stage.consequences(
            of:
                "accounts", "suspend", name, "--text", "bad", "--report-id", "\(report)", "--yes", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(run.conversation.contains("no Sidekiq process"))
        #expect(try await stage.figure("changed", of: run) == "1")
        #expect(try await stage.figure("lane", of: run) == "jobs")
        #expect(
            try await stage.isTrue(
                """
                (select suspended_at > now() at time zone 'utc' - interval '5 minutes' and suspension_origin = 0
                    from accounts where username = \(name) and domain is null)
                """))
        let target: Statement = "(select id from accounts where username = \(name) and domain is null)"
        #expect(
            try await stage.number(
                "select count(*) from account_deletion_requests where account_id = \(fragment: target)") == 1)
        #expect(
            try await stage.number(
                "select count(*) from canonical_email_blocks where reference_account_id = \(fragment: target)") == 1)
        #expect(
            try await stage.texts(
                """
                select action || ' ' || text || ' ' || report_id || ' ' || status_ids::text from account_warnings
                where target_account_id = \(fragment: target) order by id desc limit 1
                """) == ["4000 bad \(report) {11,12}"])
        let owner = try await stage.holder(of: "Owner")
        #expect(
            try await stage.isTrue(
                """
                (select action_taken_at is not null and accounts.username = \(owner)
                    from reports join accounts on accounts.id = action_taken_by_account_id
                    where reports.id = \(report))
                """))
        #expect(try await Self.log(stage, last: 2) == ["suspend Account \(name)", "resolve Report \(report)"])
        #expect(try await stage.jobNames(in: "pull") == ["Admin::SuspensionWorker"])
        #expect(try await stage.jobNames(in: "mailers") == ["UserMailer.warning"])
        let notice = release >= .v4_3 ? ["LocalNotificationWorker"] : []
        #expect(try await stage.jobNames(in: "default") == notice + ["TriggerWebhookWorker"])

        try await stage.emptyQueues()
        let back = try await stage.consequences(of: "accounts", "unsuspend", name, "--yes")
        #expect(back.status == 0, "\(back.conversation)")
        #expect(
            try await stage.isTrue(
                """
                (select suspended_at is null and suspension_origin is null
                    from accounts where username = \(name) and domain is null)
                """))
        #expect(
            try await stage.number(
                """
                select (select count(*) from account_deletion_requests where account_id = \(fragment: target))
                    + (select count(*) from canonical_email_blocks where reference_account_id = \(fragment: target))
                """) == 0)
        #expect(try await Self.log(stage, last: 1) == ["unsuspend Account \(name)"])
        #expect(try await stage.jobNames(in: "pull") == ["Admin::UnsuspensionWorker"])
    }

    struct Pair: Sendable, CustomTestStringConvertible {
        var there: String
        var back: String
        var strike: Int
        var state: Statement
        var words: [String]
        var isUser = false
        var testDescription: String { there }
    }

    private static let pairs = [
        Pair(
            there: "silence", back: "unsilence", strike: 3_000, state: "silenced_at is not null",
            words: ["silence", "unsilence"]),
        Pair(
            there: "sensitize", back: "desensitize", strike: 2_000, state: "sensitized_at is not null",
            words: ["sensitive", "unsensitive"]),
        Pair(
            there: "disable", back: "enable", strike: 1_000,
            state: "exists (select from users where account_id = accounts.id and disabled)",
            words: ["disable", "enable"], isUser: true),
    ]

    @Test(arguments: MastodonRelease.allCases, pairs)
    func `what is done to an account can be taken back`(release: MastodonRelease, pair: Pair) async throws {
        let stage = try await Stage.make(release)
        let name = try await stage.ordinaryUsers()[0]
        let kind = pair.isUser ? "User" : "Account"
        let state: Statement =
            "exists (select from accounts where username = \(name) and domain is null and \(fragment: pair.state))"
        try await stage.emptyQueues()
        let there = try await stage.consequences(of: "accounts", pair.there, name, "--no-notify", "--yes")
        #expect(there.status == 0, "\(there.conversation)")
        #expect(try await stage.isTrue(state))
        #expect(
            try await stage.number("select action from account_warnings order by id desc limit 1") == pair.strike)
        #expect(try await stage.jobNames(in: "mailers") == [])
        #expect(try await stage.jobNames(in: "default") == (pair.isUser ? [] : ["TriggerWebhookWorker"]))
        let back = try await stage.consequences(of: "accounts", pair.back, name, "--yes")
        #expect(back.status == 0, "\(back.conversation)")
        #expect(try await !stage.isTrue(state))
        #expect(
            try await Self.log(stage, last: 2) == [
                "\(pair.words[0]) \(kind) \(name)", "\(pair.words[1]) \(kind) \(name)",
            ])
    }

    @Test(arguments: MastodonRelease.allCases)
    func `who waits is rejected and gone, who was approved is refused`(release: MastodonRelease) async throws {
        let stage = try await Stage.make(release)
        let name = try await stage.texts(
            """
            select username from accounts join users on users.account_id = accounts.id
            where domain is null and not approved order by accounts.id limit 1
            """)[0]
        let run = try await stage.consequences(of: "accounts", "reject", name, "--yes")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(
            try await stage.number("select count(*) from accounts where username = \(name) and domain is null") == 0)
        #expect(try await Self.log(stage, last: 1) == ["reject User \(name)"])
        let other = try await stage.ordinaryUsers()[0]
        let refused = try await stage.consequences(of: "accounts", "reject", other, "--yes")
        #expect(refused.status == 77 && refused.conversation.contains("approved already"))
    }

    /// The last rows of the server's own log.
    private static func log(_ stage: Stage, last count: Int) async throws -> [String] {
        try await stage.texts(
            """
            select action || ' ' || target_type || ' ' || human_identifier
            from (select * from admin_action_logs order by id desc limit \(count)) as log
            order by id
            """)
    }
}
