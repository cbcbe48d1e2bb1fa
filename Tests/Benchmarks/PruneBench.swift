import Support

extension Bench {
    /// `accounts prune` against the one statement that deletes the same accounts, with the database's own cascades: half
    /// of the accounts are tied to somebody here and stay.
    func prune() async throws -> [Result] {
        let count = 40_000 / scale
        var ours: [Double] = []
        var floors: [Double] = []
        var memory: Int64 = 0
        for round in 1...3 {
            say("accounts prune, round \(round) of 3")
            let bare = try await TestInstance.make(size: .empty)
            let instance = try await TestInstance.make(size: .empty)
            for database in [bare, instance] { people(count, in: database) }
            let floor = shell("\(psql(bare)) -v ON_ERROR_STOP=1 -c \"\(Self.pruning)\"")
            if floor.status != 0 { say("psql ended with \(floor.status)") }
            let run = mastoctl(["accounts", "prune", "--quiet"], on: instance)
            ours.append(run.wall)
            floors.append(floor.wall)
            memory = max(memory, run.memory)
            say("  wall: ours \(Result.short(run.wall)), bare \(Result.short(floor.wall))")
            let left = shell("test \(count / 2 + 1) = $(\(psql(instance)) -Atc 'select count(*) from accounts')")
            if left.status != 0 {
                say("not the accounts are left that should be")
                ours[ours.count - 1] = .infinity
            }
            try await bare.remove()
            try await instance.remove()
        }
        let note = "\(count / 2) of \(count) accounts"
        return [
            Result(name: "accounts prune", value: ours.median, floor: floors.median, bound: 2, unit: "s", note: note),
            Result(
                name: "accounts prune against tootctl's", value: Double(count / 2) / ours.median, floor: Self.tootctl,
                bound: 50, unit: "accounts/s", note: "\(note); tootctl's on another machine", isLeast: true),
            Result(
                name: "memory of accounts prune", value: Double(memory) / 1e6, floor: nil, bound: 80, unit: "MB",
                note: note),
        ]
    }

    /// Accounts that tootctl pruned a second: 8,296 in 11 minutes and 21 seconds.
    /// Source: what an admin showed in https://github.com/mastodon/mastodon/pull/37796.
    private static let tootctl = 8_296 / 681.0

    /// Remote people with figures of their own, every other one followed by somebody here.
    private func people(_ count: Int, in instance: TestInstance) {
        let made = shell(
            """
            \(psql(instance)) -v ON_ERROR_STOP=1 \
            -c "insert into accounts (id, username, actor_type, public_key, created_at, updated_at) \
            values (1, 'alice', 'Person', '', now(), now())" \
            -c "insert into accounts (id, username, domain, actor_type, uri, public_key, created_at, updated_at) \
            select n + 1, 'person' || n, 'social' || n % 100 || '.example', 'Person', 'https://social' || n % 100 || \
            '.example/' || n, '', now() - interval '1 year', now() from generate_series(1, \(count)) as n" \
            -c "insert into account_stats (account_id, created_at, updated_at) \
            select id, now(), now() from accounts" \
            -c "insert into follows (account_id, target_account_id, created_at, updated_at) \
            select 1, id, now(), now() from accounts where id > 1 and id % 2 = 0" \
            -c 'vacuum analyze'
            """)
        if made.status != 0 { say("the people could not be made") }
    }

    /// What keeps an account, in the words of the server's own command.
    private static var pruning: String {
        let ties = [
            ("statuses", "account_id"), ("follows", "account_id"), ("follows", "target_account_id"),
            ("mentions", "account_id"), ("favourites", "account_id"), ("blocks", "account_id"),
            ("blocks", "target_account_id"), ("mutes", "target_account_id"), ("reports", "target_account_id"),
            ("follow_requests", "account_id"), ("follow_requests", "target_account_id"),
        ]
        let lacks = ties.map { " and not exists (select from \($0.0) where \($0.0).\($0.1) = accounts.id)" }
        return "delete from accounts where domain is not null and suspended_at is null and silenced_at is null"
            + " and actor_type not in ('Application', 'Service', 'Group')" + lacks.joined()
    }
}
