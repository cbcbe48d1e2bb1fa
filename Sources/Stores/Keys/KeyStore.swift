import Model
import Redis

/// What the server itself keeps in Redis beside jobs and cache: feeds, trackers, streaming channels.
package struct KeyStore<Mode: Access>: Sendable {
    private let redis: LazyRedis
    /// `name:` of a server up to 4.3 that shares its Redis, or nothing.
    package let prefix: String

    /// - Parameter redis: the one the server's plain `REDIS_` settings name.
    package init(_ redis: LazyRedis, namespace: RedisNamespace) {
        self.redis = redis
        prefix = namespace.prefix
    }

    /// For reading. Keys need `prefix` before them.
    ///
    /// - Throws: `RedisError`.
    func connection() async throws -> RedisConnection {
        try await redis.connection()
    }

    /// What the server is: `7.2.4`.
    ///
    /// - Throws: `RedisError`.
    func version() async throws -> String { try await redis.state().version }

    /// The keys that match a pattern, named without the namespace.
    func pages(matching pattern: String) -> KeyPages {
        KeyPages(redis, matching: RedisPattern.literal(prefix) + pattern)
    }
}

extension KeyStore where Mode == ReadWrite {
    /// Deletes keys by their whole names, and tells how many were there.
    ///
    /// - Throws: `RedisError`.
    func unlink(_ names: [[UInt8]]) async throws -> Int { try await redis.unlink(names) }

    /// Makes the changes in their order, in one round trip.
    ///
    /// - Throws: `RedisError`, the first one of the answers.
    package func apply(_ changes: [KeyChange]) async throws {
        let commands = changes.flatMap { $0.commands(prefix) }
        guard !commands.isEmpty else { return }
        for answer in try await connection().pipeline(commands) {
            if case .error(let error) = answer { throw error }
        }
    }
}

/// One change of a key, named without the namespace.
package enum KeyChange: Sendable, Equatable {
    /// Deletes keys.
    case unlink([String])
    /// Adds members to a set.
    case add(to: String, [String])
    /// Takes members out of a set.
    case remove(from: String, [String])
    /// Takes members out of a sorted set.
    case drop(from: String, [String])
    /// Puts a member into a sorted set, at a score.
    case rank(in: String, String, score: Int64)
    /// Puts members into a sorted set, each at its score.
    case rankAll(in: String, [Int64: Int64])
    /// Adds to a number; the key expires after `seconds`, when given.
    case count(String, by: Int, seconds: Int?)
    /// Notes members in a HyperLogLog; the key expires after `seconds`, when given.
    case see(String, [String], seconds: Int?)
    /// Sets a string; the key expires after `seconds`, when given.
    case put(String, String, seconds: Int?)
    /// Sets a string unless there is one; it expires after `seconds`.
    case claim(String, String, seconds: Int)
    /// Makes a hash of one field, whatever there was; it expires after `seconds`.
    case note(String, field: String, String, seconds: Int)
    /// Tells those who listen to a channel: the streaming server.
    case publish(String, String)

    func commands(_ prefix: String) -> [[RedisArgument]] {
        func key(_ name: String) -> RedisArgument { RedisArgument(prefix + name) }
        func expiring(_ name: String, _ seconds: Int?) -> [[RedisArgument]] {
            seconds.map { [["EXPIRE", key(name), RedisArgument($0)]] } ?? []
        }
        func many(_ verb: RedisArgument, _ name: String, _ members: [String]) -> [[RedisArgument]] {
            members.isEmpty ? [] : [[verb, key(name)] + members.map { RedisArgument($0) }]
        }
        switch self {
        case .unlink(let names): return names.isEmpty ? [] : [["UNLINK"] + names.map(key)]
        case .add(let name, let members): return many("SADD", name, members)
        case .remove(let name, let members): return many("SREM", name, members)
        case .drop(let name, let members): return many("ZREM", name, members)
        case .rank(let name, let member, let score):
            return [["ZADD", key(name), RedisArgument(score), RedisArgument(member)]]
        case .rankAll(let name, let scores):
            let members = scores.sorted { $0.key < $1.key }
            return members.isEmpty
                ? []
                : [["ZADD", key(name)] + members.flatMap { [RedisArgument($0.value), RedisArgument("\($0.key)")] }]
        case .count(let name, let amount, let seconds):
            return [["INCRBY", key(name), RedisArgument(amount)]] + expiring(name, seconds)
        case .see(let name, let members, let seconds):
            return many("PFADD", name, members) + expiring(name, seconds)
        case .put(let name, let value, let seconds):
            return [["SET", key(name), RedisArgument(value)]] + expiring(name, seconds)
        case .claim(let name, let value, let seconds):
            return [["SET", key(name), RedisArgument(value), "NX", "EX", RedisArgument(seconds)]]
        case .note(let name, let field, let value, let seconds):
            return [
                ["UNLINK", key(name)], ["HSET", key(name), RedisArgument(field), RedisArgument(value)],
                ["EXPIRE", key(name), RedisArgument(seconds)],
            ]
        case .publish(let channel, let message): return [["PUBLISH", key(channel), RedisArgument(message)]]
        }
    }
}
