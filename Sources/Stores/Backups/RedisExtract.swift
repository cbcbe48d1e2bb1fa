import Faults
import Model
import Redis

/// What of Redis is saved: each key as `DUMP` gives it, a line of JSON each, so that a restored one is the very same.
package struct RedisExtract: Sendable {
    /// Those of Sidekiq, and the others; the same where one server has both.
    let jobs: LazyRedis
    let base: LazyRedis
    let prefix: String

    package init(jobs: LazyRedis, base: LazyRedis, prefix: String) {
        self.jobs = jobs
        self.base = base
        self.prefix = prefix
    }

    /// How many keys hold jobs.
    package func waiting() async throws -> Int { try await content(.queues).keys }

    /// - Throws: `RedisError`.
    package func content(_ extent: RedisExtent) async throws -> (bytes: [UInt8], keys: Int) {
        var bytes: [UInt8] = []
        var count = 0
        switch extent {
        case .none: break
        case .queues:
            let redis = try await jobs.connection()
            let names = ["queues", "schedule", "retry", "dead"].map { Array((prefix + $0).utf8) }
            count += try await add(names, of: redis, "jobs", to: &bytes)
            for try await keys in redis.keys(matching: Self.escaped(prefix) + "queue:*") {
                count += try await add(keys, of: redis, "jobs", to: &bytes)
            }
        case .full:
            let same = jobs === base
            for (name, server) in same ? [("base", base)] : [("base", base), ("jobs", jobs)] {
                let redis = try await server.connection()
                for try await keys in redis.keys() {
                    // Rendered copies come back by themselves, and a lock of ours is nobody's after a restore.
                    let wanted = keys.filter { !$0.starts(with: "cache:".utf8) && !$0.starts(with: "mastoctl:".utf8) }
                    count += try await add(wanted, of: redis, name, to: &bytes)
                }
            }
        }
        return (bytes, count)
    }

    /// Puts the keys back; those that are there are replaced.
    ///
    /// - Returns: how many.
    /// - Throws: `RedisError`; `Fault(.badData)` for what is no extract.
    package func restore(_ bytes: [UInt8], at _: Site<ReadWrite>) async throws -> Int {
        var count = 0
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard let value = JSONValue(parsing: String(decoding: line, as: UTF8.self)),
                let key = value["key"]?.string.flatMap({ Base64.bytes($0) }),
                let dump = value["dump"]?.string.flatMap({ Base64.bytes($0) })
            else { throw Fault(.badData, "the part redis holds a line that is none of its own") }
            let server = value["server"]?.string == "jobs" ? jobs : base
            _ = try await server.connection().command([
                "RESTORE", RedisArgument(key), RedisArgument(max(value["ttl"]?.integer ?? 0, 0)), RedisArgument(dump),
                "REPLACE",
            ])
            count += 1
        }
        return count
    }

    private func add(
        _ keys: [[UInt8]], of redis: RedisConnection, _ server: String, to bytes: inout [UInt8]
    ) async throws -> Int {
        var count = 0
        var rest = keys[...]
        while !rest.isEmpty {
            let some = Array(rest.prefix(100))
            rest = rest.dropFirst(100)
            let answers = try await redis.pipeline(
                some.flatMap { key -> [[RedisArgument]] in
                    [["DUMP", RedisArgument(key)], ["PTTL", RedisArgument(key)]]
                })
            for (index, key) in some.enumerated() {
                if case .error(let error) = answers[2 * index] { throw error }
                guard let dump = answers[2 * index].bytes else { continue }
                let ttl = max(answers[2 * index + 1].integer ?? 0, 0)
                let line =
                    #"{"server":"\#(server)","key":"\#(Base64.text(key))","ttl":\#(ttl),"#
                    + #""dump":"\#(Base64.text(dump))"}"# + "\n"
                bytes += Array(line.utf8)
                count += 1
            }
        }
        return count
    }

    /// A glob that matches a text itself.
    private static func escaped(_ text: String) -> String {
        String(text.flatMap { "*?[]\\".contains($0) ? ["\\", $0] : [$0] })
    }
}
