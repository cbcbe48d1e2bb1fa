import Model
import Postgres
import Redis
import Support

extension Stage {
    /// An instance with nobody but the roles that every server has.
    static func withRoles(_ release: MastodonRelease = .usual) async throws -> Stage {
        let stage = try await Stage.make(release, size: .empty)
        try await stage.execute(
            """
            insert into user_roles (id, name, position, permissions, created_at, updated_at)
            values (-99, '', -1, 65536, now(), now()), (1, 'Moderator', 10, 1308, now(), now()),
                (2, 'Admin', 100, 983036, now(), now()), (3, 'Owner', 1000, 1, now(), now())
            """)
        try await stage.execute(
            """
            insert into settings (var, value, created_at, updated_at)
            values ('registrations_mode', '--- open' || chr(10), now(), now())
            """)
        return stage
    }

    /// Makes a confirmed user by the program itself.
    func people(_ names: String..., role: String? = nil) async throws {
        for name in names {
            let words = [
                "accounts", "create", name, "--email", "\(name)@mail.example", "--confirmed", "--approve", "--no-mx",
            ]
            let run = try await start(words + (role.map { ["--role", $0] } ?? [])).end()
            if run.status != 0 { throw Failed(conversation: run.conversation) }
        }
        try await forgetJobs()
    }

    struct Failed: Error {
        var conversation: String
    }

    /// The jobs in a queue or in the schedule, the first pushed first.
    func jobs(in queue: String) async throws -> [JSONValue] {
        let redis = try await RedisConnection.connect(instance.redis)
        let command: [RedisArgument] =
            queue == "schedule"
            ? ["ZRANGE", "schedule", 0, -1] : ["LRANGE", RedisArgument("queue:\(queue)"), 0, -1]
        let texts = try await redis.command(command).texts ?? []
        await redis.close()
        return (queue == "schedule" ? texts : texts.reversed()).compactMap { JSONValue(parsing: $0) }
    }

    /// Class and arguments of the jobs in a queue.
    func calls(in queue: String) async throws -> [String] {
        try await jobs(in: queue).map { "\($0["class"]?.string ?? "") \($0["args"]?.text ?? "")" }
    }

    /// The method and its arguments of the mails in a queue.
    func mails(in queue: String = "mailers") async throws -> [String] {
        try await jobs(in: queue).compactMap { job in
            guard let call = job["args"]?.array?.first?["arguments"]?.array, call.count == 4 else { return nil }
            return "\(call[1].string ?? "") \(call[3].text)"
        }
    }

    func forgetJobs() async throws {
        let redis = try await RedisConnection.connect(instance.redis)
        _ = try await redis.command(["FLUSHDB"])
        await redis.close()
    }

    /// Everything this program keeps between runs, as one text.
    func records() async throws -> String {
        let state = environment["MASTOCTL_STATE_DIR"] ?? ""
        let found = try await Program([:], at: "/bin/sh").run(["-c", "find \(state) -type f -exec cat {} +"])
        return found.output
    }
}
