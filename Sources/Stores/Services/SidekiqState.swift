import FoundationEssentials
import Redis

/// The server's own workers, as they register themselves in Redis (Sidekiq 6.5 to 8: `processes`, `queues`).
package struct SidekiqState: Sendable {
    package struct Process: Sendable {
        package var identity: String
        /// From Sidekiq 7 on.
        package var version: String?
        package var concurrency: Int
        package var queues: [String]
    }

    package var processes: [Process]
    package var queues: [(name: String, size: Int64)]
    package var scheduled: Int64
    package var retries: Int64
    package var dead: Int64

    package var version: String? { processes.lazy.compactMap(\.version).first }
}

extension LazyRedis {
    /// Processes and queues.
    ///
    /// - Parameter namespace: with its colon; nil for none.
    /// - Throws: `RedisError`.
    package func sidekiq(namespace: String?) async throws -> SidekiqState {
        let connection = try await connection()
        let prefix = namespace ?? ""
        func key(_ name: String) -> RedisArgument { RedisArgument(prefix + name) }
        let words = try await connection.pipeline([
            ["SMEMBERS", key("processes")], ["SMEMBERS", key("queues")], ["ZCARD", key("schedule")],
            ["ZCARD", key("retry")], ["ZCARD", key("dead")],
        ])
        for case .error(let error) in words { throw error }
        let identities = (words[0].texts ?? []).sorted()
        let names = (words[1].texts ?? []).sorted()
        let infos = try await connection.pipeline(identities.map { ["HGET", key($0), "info"] })
        let sizes = try await connection.pipeline(names.map { ["LLEN", key("queue:\($0)")] })
        return SidekiqState(
            processes: zip(identities, infos).compactMap { identity, answer in
                // A process that died stays in the set until another one tidies up; its hash has expired.
                guard let bytes = answer.bytes else { return nil }
                let info = try? JSONDecoder().decode(ProcessInfo.self, from: Data(bytes))
                return SidekiqState.Process(
                    identity: identity, version: info?.version, concurrency: info?.concurrency ?? 0,
                    queues: info?.queues ?? [])
            },
            queues: zip(names, sizes).map { ($0, $1.integer ?? 0) }, scheduled: words[2].integer ?? 0,
            retries: words[3].integer ?? 0, dead: words[4].integer ?? 0)
    }
}

/// The part of a process' own description that is of use here.
private struct ProcessInfo: Decodable {
    var version: String?
    var concurrency: Int?
    var queues: [String]?
}
