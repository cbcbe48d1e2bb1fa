import Faults
import Model
import Postgres
import Redis
import Support

extension Stage {
    /// Local users like any other: in good standing and without a role, the oldest first.
    func ordinaryUsers(_ count: Int = 1) async throws -> [String] {
        let names = try await texts(
            """
            select accounts.username
            from accounts
            join users on users.account_id = accounts.id
            where domain is null and role_id is null and suspended_at is null and silenced_at is null
                and not disabled and approved and confirmed_at is not null
            order by accounts.id
            limit \(count)
            """)
        guard names.count == count else { throw Fault(.inputOutput, "the population has too few people") }
        return names
    }

    /// Remote accounts in good standing.
    func strangers(_ count: Int = 1) async throws -> [String] {
        let names = try await texts(
            """
            select username || '@' || domain
            from accounts
            where domain is not null and suspended_at is null and silenced_at is null
            order by id
            limit \(count)
            """)
        guard names.count == count else { throw Fault(.inputOutput, "the population has too few strangers") }
        return names
    }

    /// The user of a role: `Owner`, `Moderator`.
    func holder(of role: String) async throws -> String {
        try await texts(
            """
            select accounts.username
            from users
            join user_roles on user_roles.id = role_id
            join accounts on accounts.id = account_id
            where name = \(role)
            order by users.id
            """)[0]
    }

    /// Makes a report about an account, and gives its id.
    func report(about name: String) async throws -> Int {
        try await number(
            """
            insert into reports (account_id, target_account_id, status_ids, comment, created_at, updated_at)
            select (select min(id) from accounts where domain is not null), id, '{11,12}', 'look at this', now(), now()
            from accounts
            where username = \(name) and domain is null
            returning id
            """)
    }

    /// The classes of the jobs in a queue, each once, in alphabetical order; mails by their mailer and method.
    func jobNames(in queue: String) async throws -> [String] {
        let redis = try await RedisConnection.connect(instance.redis)
        let texts = try await redis.command(["LRANGE", RedisArgument("queue:\(queue)"), 0, -1]).texts ?? []
        await redis.close()
        let names = texts.compactMap { JSONValue(parsing: $0) }.map { job in
            let mail = job["args"]?.array?.first?["arguments"]?.array?.prefix(2).compactMap(\.string) ?? []
            return mail.isEmpty ? job["class"]?.string ?? "?" : mail.joined(separator: ".")
        }
        return Set(names).sorted()
    }

    /// Empties the queues.
    func emptyQueues() async throws {
        let redis = try await RedisConnection.connect(instance.redis)
        _ = try await redis.command(["FLUSHDB"])
        await redis.close()
    }

    func isTrue(_ condition: Statement) async throws -> Bool {
        try await number("select case when \(fragment: condition) then 1 else 0 end") == 1
    }
}
