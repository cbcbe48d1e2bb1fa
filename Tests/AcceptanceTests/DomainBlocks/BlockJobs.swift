import Model
import Postgres
import Redis
import Support

/// The accounts of `big.example` and below it.
let ofBig: Statement = "(domain = 'big.example' or domain like '%.big.example')"

extension Stage {
    /// The jobs about domains that wait in a queue, oldest first; the population has others.
    func waitingJobs(in queue: String = "default") async throws -> [JSONValue] {
        let redis = try await RedisConnection.connect(instance.redis)
        let texts = try await redis.command(["LRANGE", RedisArgument("queue:\(queue)"), 0, -1]).texts ?? []
        await redis.close()
        return texts.reversed().compactMap { JSONValue(parsing: $0) }
            .filter { $0["class"]?.string?.contains("Domain") ?? false }
    }

    /// Their classes and arguments: `DomainBlockWorker [5,true]`.
    func waitingWork(in queue: String = "default") async throws -> [String] {
        try await waitingJobs(in: queue).map { "\($0["class"]?.string ?? "") \($0["args"]?.text ?? "")" }
    }

    /// The rows of `domain_blocks` as text.
    func blocks(where condition: Statement = "true") async throws -> [String] {
        try await texts(
            """
            select concat_ws(' ', domain, severity, reject_media, reject_reports, obfuscate, public_comment, private_comment)
            from domain_blocks
            where \(fragment: condition)
            order by domain
            """)
    }

    /// What the moderators' log says of the last few deeds.
    func logged(_ count: Int = 1) async throws -> [String] {
        try await texts(
            """
            select concat_ws(' ', action, target_type, human_identifier)
            from admin_action_logs
            order by id desc
            limit \(count)
            """)
    }

    /// Writes a file into the instance's own folder.
    func file(_ name: String, _ text: String) -> String {
        write(text, to: name, from: instance.folder)
        return "\(instance.folder)/\(name)"
    }
}
