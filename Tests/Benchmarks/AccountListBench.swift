import Support

extension Bench {
    /// `accounts list` of a million accounts as JSON lines, against psql copying the same columns out: its memory must
    /// not grow with the rows.
    func accountList() async throws -> [Result] {
        let count = 1_000_000 / scale
        say("accounts list: making \(count) accounts")
        let instance = try await TestInstance.make(size: .empty)
        _ = shell(
            """
            \(psql(instance)) -c "insert into accounts (id, username, domain, display_name, actor_type, public_key, \
            created_at, updated_at) select n, 'person' || n, case when n % 100 > 0 then 'social' || n % 1000 || \
            '.example' end, 'Person number ' || n, 'Person', '', now() - n * interval '1 minute', now() \
            from generate_series(1, \(count)) as n" \
            -c "insert into account_stats (account_id, statuses_count, followers_count, following_count, \
            last_status_at, created_at, updated_at) select n, n % 1000, n % 77, n % 55, now() - n * interval '1 s', \
            now(), now() from generate_series(1, \(count)) as n" -c 'vacuum analyze accounts, account_stats'
            """)
        var ours: [Double] = []
        var floors: [Double] = []
        var memory: Int64 = 0
        for _ in 1...3 {
            let floor = shell(
                """
                \(psql(instance)) -c "copy (select accounts.id, username, domain, display_name, actor_type, locked, \
                suspended_at, silenced_at, sensitized_at, memorial, moved_to_account_id, users.email, users.approved, \
                users.disabled, users.confirmed_at, users.role_id, accounts.created_at, users.current_sign_in_at, \
                last_status_at, statuses_count, followers_count, following_count from accounts \
                left join users on users.account_id = accounts.id \
                left join account_stats on account_stats.account_id = accounts.id order by accounts.id) to stdout" \
                >/dev/null
                """)
            let run = mastoctl(["accounts", "list", "--format", "jsonl"], on: instance)
            floors.append(floor.wall)
            ours.append(run.wall)
            memory = max(memory, run.memory)
        }
        let few = mastoctl(["accounts", "list", "--format", "jsonl", "--limit", "10000"], on: instance)
        try await instance.remove()
        let note = "\(count) accounts"
        return [
            Result(name: "accounts list", value: ours.median, floor: floors.median, bound: 6, unit: "s", note: note),
            Result(
                name: "memory of accounts list", value: Double(memory) / 1e6, floor: nil, bound: 80, unit: "MB",
                note: "\(note); \(Result.short(Double(few.memory) / 1e6)) MB for 10000"),
        ]
    }
}
