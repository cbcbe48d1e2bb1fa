import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct AccountsListTests {
    private func ids(_ run: Run) -> [String] { run.answer.split(separator: "\n").map(String.init) }

    @Test(arguments: MastodonRelease.allCases)
    func `the plain options find what the database says apart, in every release`(release: MastodonRelease) async throws
    {
        let stage = try await Stage.make(release)
        let cases: [(words: [String], condition: Statement)] = [
            ([], "true"), (["--local"], "domain is null"), (["--remote"], "domain is not null"),
            (["--local", "--remote"], "true"),
            (["--domain", "big.example"], "domain = 'big.example'"),
            (["--domain", "big.example", "--domain", "*.big.example"], "domain like '%big.example'"),
            (["--status", "suspended"], "suspended_at is not null"),
            (["--status", "silenced,suspended"], "suspended_at is not null or silenced_at is not null"),
            (["--status", "pending"], "id in (select account_id from users where not approved)"),
            (["--role", "Owner"], "id in (select account_id from users where role_id = 3)"),
            (["--email", "owner@*"], "id in (select account_id from users where email like 'owner@%')"),
            (["--email-domain", "mail.example"], "id in (select account_id from users)"),
            (["--ip", "192.0.2.1"], "id in (select account_id from users where sign_up_ip = '192.0.2.1')"),
            (
                ["--created", ">1y"],
                "created_at < (now() at time zone 'utc') - interval '365 days'"
            ),
            (
                ["--active", "never", "--local"],
                """
                domain is null
                    and not exists (select from users where account_id = accounts.id and current_sign_in_at is not null)
                    and not exists (
                        select from account_stats where account_id = accounts.id and last_status_at is not null)
                """
            ),
            (["--remote", "--where", "locked:yes"], "domain is not null and locked"),
            (["--where", "username:nobody"], "false"),
        ]
        for (words, condition) in cases {
            let expected = try await stage.texts(
                "select id::text from accounts where id <> -99 and (\(fragment: condition)) order by accounts.id")
            let run = try await stage.start(["accounts", "list", "--format", "ids"] + words).end()
            #expect(run.status == 0 && ids(run) == expected, "\(words): \(run.conversation)")
            #expect(!expected.isEmpty || words.contains("username:nobody"), "\(words)")
        }
        try await stage.instance.remove()
    }

    @Test func `every order is the database's own, page after page, both ways`() async throws {
        let stage = try await Stage.make()
        // More rows than a page has, with many equal keys.
        try await stage.execute(
            """
            insert into accounts (id, username, domain, public_key, created_at, updated_at, avatar_file_size)
            select 5000000 + n, 'many' || n, 'many.example', '', timestamp '2024-01-01' + n % 7 * interval '1 day',
                now(), n % 5
            from generate_series(1, 7500) as n
            """)
        try await stage.execute(
            """
            insert into account_stats (account_id, statuses_count, followers_count, last_status_at, created_at,
                updated_at)
            select 5000000 + n, n % 11, n % 3, case when n % 4 > 0 then timestamp '2025-01-01' + n % 9 * interval '1 h' end,
                now(), now()
            from generate_series(1, 7000) as n
            """)
        let keys: [(AccountOrder, Statement)] = [
            (.id, "0 - accounts.id"), (.created, "accounts.created_at"),
            (
                .active,
                "coalesce(greatest(users.current_sign_in_at, account_stats.last_status_at), '-infinity'::timestamp)"
            ),
            (.followers, "coalesce(followers_count, 0)"), (.posts, "coalesce(statuses_count, 0)"),
            (
                .storage,
                """
                coalesce(avatar_file_size, 0) + coalesce(header_file_size, 0) + coalesce((
                    select sum(coalesce(file_file_size, 0) + coalesce(thumbnail_file_size, 0))
                    from media_attachments where account_id = accounts.id), 0)
                """
            ),
        ]
        for (order, key) in keys {
            let tie: Statement = order == .id ? "" : ", accounts.id desc"
            let expected = try await stage.texts(
                """
                select accounts.id::text
                from accounts
                left join users on users.account_id = accounts.id
                left join account_stats on account_stats.account_id = accounts.id
                where accounts.id <> -99
                order by \(fragment: key) desc\(fragment: tie)
                """)
            let run = try await stage.consequences(of: "accounts", "list", "--sort", order.rawValue, "--format", "ids")
            #expect(run.status == 0 && ids(run) == expected, "\(order)")
            let reversed = try await stage.consequences(
                of:
                    "accounts", "list", "--sort", order.rawValue, "--reverse", "--format", "ids", "--limit", "2500")
            #expect(ids(reversed) == Array(expected.reversed().prefix(2_500)), "\(order) reversed")
        }
        try await stage.instance.remove()
    }

    @Test func `every form is whole, also of an empty list and of hostile names`() async throws {
        let stage = try await Stage.make()
        try await stage.execute(
            #"update accounts set display_name = e'\x1b[31mred\t"q"\\ \u202Eleft\n' || chr(155) || '2J' where id = 1"#)
        let json = try await stage.consequences(of: "accounts", "list", "--format", "json")
        #expect(try await stage.number("select jsonb_array_length(\(json.answer)::jsonb)") == 200)
        #expect(
            try await stage.number(
                """
                select count(*)
                from jsonb_to_recordset(\(json.answer)::jsonb) as told(id text, display_name text, schema text,
                    posts bigint, created_at text)
                join accounts on accounts.id::text = told.id
                left join account_stats on account_stats.account_id = accounts.id
                where told.display_name = accounts.display_name and told.schema = 'accounts.list/1'
                    and told.posts = coalesce(account_stats.statuses_count, 0)
                    and told.created_at = to_char(accounts.created_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                """) == 200)
        let lines = try await stage.consequences(of: "accounts", "list", "--format", "jsonl")
        #expect(lines.answer.split(separator: "\n").count == 200)
        for form in ["table", "tsv", "json", "jsonl"] {
            let run = try await stage.consequences(of: "accounts", "list", "--where", "id:1", "--format", form)
            let escapes = run.answer.unicodeScalars.filter {
                ($0.value < 0x20 && $0 != "\n" && $0 != "\t") || (0x7F...0x9F).contains($0.value) || $0 == "\u{202E}"
            }
            #expect(escapes.isEmpty && run.answer.contains("red"), "\(form): \(run.answer)")
        }
        let empty = ["--where", "username:nobody"]
        for (form, answer) in [("json", "[]\n"), ("jsonl", ""), ("ids", ""), ("table", "")] {
            let run = try await stage.start(["accounts", "list", "--format", form] + empty).end()
            #expect(run.status == 0 && run.answer == answer && run.conversation.isEmpty, "\(form)")
        }
        let tsv = try await stage.start(["accounts", "list", "--format", "tsv"] + empty).end()
        #expect(tsv.answer.hasPrefix("id\thandle\t") && tsv.answer.split(separator: "\n").count == 1)
        #expect(
            try await stage.consequences(of: "accounts", "list", "--limit", "0", "--format", "json").answer == "[]\n")
        try await stage.instance.remove()
    }

    @Test func `a reader that goes away ends the list in peace, a full disk does not`() async throws {
        let stage = try await Stage.make()
        try await stage.execute(
            """
            insert into accounts (id, username, domain, public_key, created_at, updated_at)
            select 5000000 + n, 'many' || n, 'many.example', '', now(), now() from generate_series(1, 20000) as n
            """)
        for form in ["table", "json", "jsonl", "tsv", "ids"] {
            let run = try await stage.run("accounts", "list", "--format", form, answer: .head)
            #expect(run.status == 0 && run.conversation.isEmpty, "\(form): \(run)")
            #expect(run.answer.split(separator: "\n").count == 1, "\(form)")
        }
        let full = try await stage.run("accounts", "list", "--format", "jsonl", answer: .full)
        #expect(full.status == 74)
        try await stage.instance.remove()
    }

    @Test func `what is wrong with a query is told with its place`() async throws {
        let stage = try await Stage.make()
        let wrong = try await stage.consequences(of: "accounts", "list", "--where", "origin:local orign:remote")
        #expect(wrong.status == 64 && wrong.answer.isEmpty)
        #expect(wrong.conversation.contains("'orign:remote' at character 14; did you mean origin?"))
        let option = try await stage.consequences(of: "accounts", "list", "--status", "asleep")
        #expect(option.status == 64 && option.conversation.contains("--status: 'asleep' is no value of status"))
        let blank = try await stage.consequences(of: "accounts", "list", "--domain", "a.example origin:local")
        #expect(blank.status == 64 && blank.conversation.contains("--domain"))
        try await stage.instance.remove()
    }
}
