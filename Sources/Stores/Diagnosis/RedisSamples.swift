import Model
import Redis

extension LazyRedis {
    /// Keys that match a pattern, as many as are wanted or as a bounded number of steps find.
    private func sample(_ pattern: String, most: Int, steps: Int = 50) async throws -> [String] {
        let connection = try await connection()
        var cursor = "0"
        var found: Set<String> = []
        for _ in 0..<steps {
            let answer = try await connection.command([
                "SCAN", RedisArgument(cursor), "MATCH", RedisArgument(pattern), "COUNT", 500,
            ])
            guard let parts = answer.array, parts.count == 2, let next = parts[0].text else { break }
            found.formUnion(parts[1].texts ?? [])
            cursor = next
            if cursor == "0" || found.count >= most { break }
        }
        return found.sorted().prefix(most).map(\.self)
    }

    /// Whose home feeds are kept, some of them.
    package func feedOwners(prefix: String, most: Int) async throws -> [Int64] {
        let keys = try await sample("\(prefix)feed:home:*", most: most * 3)
        let head = "\(prefix)feed:home:".count
        return keys.compactMap { Int64($0.dropFirst(head)) }.prefix(most).map(\.self)
    }

    /// How many of some cached pages never expire, and how many were looked at.
    package func lastingPages(most: Int) async throws -> (lasting: Int, seen: Int) {
        let keys = try await sample("cache:*", most: most)
        let answers = try await connection().pipeline(keys.map { ["PTTL", RedisArgument($0)] })
        return (answers.count { $0.integer == -1 }, keys.count)
    }

    /// What waits to be put into search indexes, by index.
    package func searchBacklog(prefix: String) async throws -> [(name: String, count: Int)] {
        let keys = try await sample("\(prefix)chewy:queue:*", most: 100, steps: 20)
        let answers = try await connection().pipeline(keys.map { ["SCARD", RedisArgument($0)] })
        let head = "\(prefix)chewy:queue:".count
        return zip(keys, answers).compactMap { key, answer in
            answer.integer.map { (String(key.dropFirst(head)), Int($0)) }
        }
    }

    /// Hosts with days of failed deliveries, some of them.
    package func failingHosts(prefix: String, most: Int) async throws -> [(host: String, days: Int)] {
        let keys = try await sample("\(prefix)exhausted_deliveries:*", most: most)
        let answers = try await connection().pipeline(keys.map { ["SCARD", RedisArgument($0)] })
        let head = "\(prefix)exhausted_deliveries:".count
        return zip(keys, answers).map { (String($0.dropFirst(head)), Int($1.integer ?? 0)) }
    }

    /// A setting of the server; nil when it does not tell.
    package func setting(_ name: String) async throws -> String? {
        let answer = try await connection().command(["CONFIG", "GET", RedisArgument(name)])
        return answer.texts.flatMap { $0.count == 2 ? $0[1] : nil }
    }
}

extension JobStore {
    /// Locks of unique jobs taken longer ago than that many seconds.
    package func oldLocks(olderThan seconds: Double, at now: UTCTime) async throws -> Int {
        let answer = try await connection().command([
            "ZCOUNT", RedisArgument(names.locks), "-inf", RedisArgument(now.seconds - seconds),
        ])
        return Int(answer.integer ?? 0)
    }
}
