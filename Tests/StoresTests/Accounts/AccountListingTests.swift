import Model
import Postgres
import Support
import Testing

@testable import Stores

@Suite(.enabled(if: TestServers.areInstalled, "PostgreSQL and Redis are not installed")) struct AccountListingTests {
    /// Queries, and what they mean worked out apart: a condition over accounts alone.
    private static let meanings: [(query: String, condition: Statement)] = [
        ("origin:local", "domain is null"), ("origin:remote", "domain is not null"),
        ("origin:local,remote", "true"), ("-origin:local", "domain is not null"),
        ("domain:SANDBOX.example", "domain is null"),
        ("domain:sandbox.example,a.test.example", "domain is null or domain = 'a.test.example'"),
        ("domain:*.test.example", "right(domain, 13) = '.test.example'"),
        ("domain:test_example", "domain = 'test_example'"),
        ("status:pending", "exists (select from users where account_id = accounts.id and approved = false)"),
        ("status:active", "suspended_at is null"), ("status:suspended", "suspended_at is not null"),
        ("-status:suspended", "suspended_at is null"),
        (
            "status:disabled",
            "suspended_at is null and exists (select from users where account_id = accounts.id and disabled)"
        ),
        ("status:silenced", "silenced_at is not null"), ("status:sensitized", "sensitized_at is not null"),
        ("status:memorial", "memorial"), ("status:moved", "moved_to_account_id is not null"),
        (
            "status:unconfirmed",
            "id in (select account_id from users where confirmed_at is null)"
        ),
        (
            "status:silenced,suspended -status:memorial",
            "(silenced_at is not null or suspended_at is not null) and not memorial"
        ),
        ("role:owner", "id in (select account_id from users where role_id = 3)"),
        ("role:1,2", "id in (select account_id from users where role_id in (1, 2))"),
        ("role:none", "id in (select account_id from users where role_id is null)"),
        ("role:mod*", "id in (select account_id from users where role_id = 1)"),
        ("username:PLAIN_name", "username = 'plain_name'"), ("username:pl%", "false"),
        ("username:*_na*", "strpos(username, '_na') > 0"),
        ("display-name:\"100% of\"", "strpos(display_name, '100% of') > 0"),
        ("display-name:hundred", "false"),
        ("email:plain@mail.example", "id in (select account_id from users where email = 'plain@mail.example')"),
        ("email:*@sub.mail.example", "id in (select account_id from users where email like '%@sub.mail.example')"),
        (
            "email-domain:mail.example",
            "id in (select account_id from users where split_part(email, '@', 2) = 'mail.example')"
        ),
        ("email-domain:*.mail.example", "id in (select account_id from users where email = 'plain2@sub.mail.example')"),
        (
            "-email-domain:mail.example",
            "id not in (select account_id from users where split_part(email, '@', 2) = 'mail.example')"
        ),
        ("ip:198.51.100.7", "username = 'plain_name'"),
        ("ip:198.51.100.0/24", "username in ('plain_name', 'second')"),
        ("ip:2001:db8::/32", "username = 'third'"),
        ("ip:203.0.113.0/24", "false"),
        ("created:<30d", "created_at > (now() at time zone 'utc') - interval '30 days'"),
        ("created:>1y", "created_at < (now() at time zone 'utc') - interval '365 days'"),
        (
            "created:30d..200d",
            """
            created_at between (now() at time zone 'utc') - interval '200 days' and (now() at time zone 'utc') - interval '30 days'
            """
        ),
        ("created:2001-02-03", "username = 'plain_name'"),
        ("created:2001-02-02..2001-02-03", "username = 'plain_name'"),
        ("created:<2001-02-03", "false"),
        ("created:<=2001-02-03", "username = 'plain_name'"),
        ("created:>2001-02-03", "username <> 'plain_name'"),
        ("created:>=2001-02-03T04:05:06Z created:<2001-02-03T04:05:07Z", "username = 'plain_name'"),
        (
            "last-active:never",
            """
            not exists (select from users where account_id = accounts.id and current_sign_in_at is not null)
            and not exists (select from account_stats where account_id = accounts.id and last_status_at is not null)
            """
        ),
        (
            "last-active:<60d",
            """
            exists (select from users where account_id = accounts.id
                and current_sign_in_at > (now() at time zone 'utc') - interval '60 days')
            or exists (select from account_stats where account_id = accounts.id
                and last_status_at > (now() at time zone 'utc') - interval '60 days')
            """
        ),
        (
            "last-post:never",
            "not exists (select from account_stats where account_id = accounts.id and last_status_at is not null)"
        ),
        (
            "-last-post:never",
            "exists (select from account_stats where account_id = accounts.id and last_status_at is not null)"
        ),
        ("posts:0", "coalesce((select statuses_count from account_stats where account_id = accounts.id), 0) = 0"),
        ("posts:>10", "id in (select account_id from account_stats where statuses_count > 10)"),
        (
            "posts:5..10,20..",
            """
            id in (select account_id from account_stats where statuses_count between 5 and 10 or statuses_count >= 20)
            """
        ),
        ("followers:>=3", "id in (select account_id from account_stats where followers_count >= 3)"),
        ("following:1..5", "id in (select account_id from account_stats where following_count between 1 and 5)"),
        (
            "storage:>60k",
            """
            60000 < coalesce(avatar_file_size, 0) + coalesce(header_file_size, 0) + coalesce((
                select sum(coalesce(file_file_size, 0) + coalesce(thumbnail_file_size, 0))
                from media_attachments where account_id = accounts.id), 0)
            """
        ),
        ("storage:0,>0", "true"),
        (
            "storage:<=60k",
            """
            60000 >= coalesce(avatar_file_size, 0) + coalesce(header_file_size, 0) + coalesce((
                select sum(coalesce(file_file_size, 0) + coalesce(thumbnail_file_size, 0))
                from media_attachments where account_id = accounts.id), 0)
            """
        ),
        ("reports:>0", "id in (select target_account_id from reports)"),
        ("strikes:1", "id in (select target_account_id from account_warnings group by 1 having count(*) = 1)"),
        ("strikes:0", "id not in (select target_account_id from account_warnings)"),
        ("bot:yes", "actor_type in ('Service', 'Application')"),
        ("bot:no", "actor_type is null or actor_type not in ('Service', 'Application')"),
        ("locked:true", "locked"), ("locked:no", "not locked"),
        ("id:1", "id = 1"), ("id:2..5,7", "id between 2 and 5 or id = 7"),
        (
            "origin:local bot:no -status:suspended,pending posts:>0",
            """
            domain is null and (actor_type is null or actor_type not in ('Service', 'Application'))
            and suspended_at is null
            and id not in (select account_id from users where not approved)
            and id in (select account_id from account_stats where statuses_count > 0)
            """
        ),
    ]

    /// What may mean nobody: the test is that it does.
    private static let empty: Set<String> = [
        "username:pl%", "display-name:hundred", "ip:203.0.113.0/24", "created:<2001-02-03",
    ]

    private func prepare(_ release: MastodonRelease) async throws -> PostgresConnection {
        let connection = try await TestInstance.make(release: release).connect()
        let ids = try await connection.rows(
            "select accounts.id from accounts join users on users.account_id = accounts.id order by users.id desc limit 3"
        ) { try $0.value(0, as: Int64.self) }
        let remote = try await connection.rows(
            "select id from accounts where domain is not null order by id desc limit 4"
        ) { try $0.value(0, as: Int64.self) }
        for statement: Statement in [
            "update accounts set username = 'plain_name', display_name = '100% of it', created_at = '2001-02-03 04:05:06.7' where id = \(ids[0])",
            "update accounts set username = 'second', created_at = now() - interval '100 days', sensitized_at = now(), suspended_at = null where id = \(ids[1])",
            "update accounts set username = 'third', memorial = true, suspended_at = now() where id = \(ids[2])",
            "update users set email = 'plain@mail.example', sign_up_ip = '198.51.100.7' where account_id = \(ids[0])",
            "update users set email = 'plain2@sub.mail.example', disabled = true where account_id = \(ids[1])",
            "update users set sign_up_ip = '2001:db8:1::5' where account_id = \(ids[2])",
            """
            insert into session_activations (session_id, user_id, ip, created_at, updated_at)
            select 'a session', id, '198.51.100.9', now(), now() from users where account_id = \(ids[1])
            """,
            """
            insert into login_activities (user_id, success, ip, created_at)
            select id, false, '203.0.113.9', now() from users where account_id = \(ids[1])
            """,
            """
            insert into account_warnings (target_account_id, action, created_at, updated_at)
            values (\(ids[1]), 0, now(), now())
            """,
            "update accounts set domain = 'a.test.example' where id = \(remote[0])",
            "update accounts set domain = 'test_example' where id = \(remote[1])",
            "update accounts set domain = 'testxexample', moved_to_account_id = \(ids[0]) where id = \(remote[2])",
            """
            insert into reports (account_id, target_account_id, created_at, updated_at)
            values (\(ids[0]), \(remote[3]), now(), now())
            """,
        ] {
            try await connection.execute(statement)
        }
        return connection
    }

    @Test(arguments: MastodonRelease.allCases)
    func `every key of the query means what it says, in every release`(release: MastodonRelease) async throws {
        let connection = try await prepare(release)
        let schema = try await LiveSchema.read(over: Transaction<ReadOnly>(connection))
        let instance = Instance(localDomain: "sandbox.example", webDomain: "social.sandbox.example", schema: schema)
        for (query, condition) in Self.meanings {
            let listing = FilteredAccounts(try AccountFilter(parsing: query), at: instance)
            let expected = try await connection.rows(
                "select id from accounts where id <> -99 and (\(fragment: condition)) order by id"
            ) { try $0.value(0, as: Int64.self) }
            var found: [Int64] = []
            while true {
                let page = try await listing.page(
                    after: found.last ?? 0, limit: 17, over: Transaction<ReadOnly>(connection))
                found += page.map(\.id)
                if page.count < 17 { break }
            }
            #expect(found == expected, "\(query)")
            #expect(try await listing.count(over: Transaction<ReadOnly>(connection)) == expected.count, "\(query)")
            #expect(expected.isEmpty == Self.empty.contains(query), "\(query) means \(expected.count)")
        }
        await connection.close()
    }

    @Test func `rows that come and go between two pages neither hide nor repeat others`() async throws {
        let connection = try await TestInstance.make().connect()
        let schema = try await LiveSchema.read(over: Transaction<ReadOnly>(connection))
        let listing = FilteredAccounts(
            AccountFilter([.init(.origin([.remote]))]),
            at: Instance(localDomain: "sandbox.example", webDomain: "sandbox.example", schema: schema))
        let before = try await connection.rows(
            "select id from accounts where domain is not null order by id"
        ) { try $0.value(0, as: Int64.self) }
        var found = try await listing.page(limit: 50, over: Transaction<ReadOnly>(connection)).map(\.id)
        // Before the page's end one comes and one goes, behind it too.
        let (gone, kept) = (before[60], before[10])
        try await connection.execute("delete from accounts where id in (\(gone), \(kept))")
        for id in [before[20] + 1, before[70] + 1] {
            try await connection.execute(
                """
                insert into accounts (id, username, domain, public_key, created_at, updated_at)
                values (\(id), \("new\(id)"), 'new.example', '', now(), now())
                """)
        }
        while true {
            let page = try await listing.page(
                after: found.last ?? 0, limit: 50, over: Transaction<ReadOnly>(connection))
            found += page.map(\.id)
            if page.count < 50 { break }
        }
        #expect(found == (before + [before[70] + 1]).filter { $0 != gone }.sorted())
        await connection.close()
    }
}
