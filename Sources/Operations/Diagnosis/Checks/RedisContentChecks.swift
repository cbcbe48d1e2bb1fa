import Model
import Stores

// What is kept in Redis.

extension Check {
    static let redisContent: [Check] = [
        Check(
            "redis.exposed", .critical, cost: .normal, needs: [.redis], "no Redis is open to the world",
            why: "whoever reaches it reads the jobs and makes it a replica of his own",
            fix: "bind 127.0.0.1 or a private address, requirepass, protected-mode yes; close the port in the firewall",
            source: "Hachyderm, 2023-07"
        ) { inspection, _ in
            var open: [Evidence] = []
            for redis in inspection.redisServers {
                guard let bind = try? await redis.server.setting("bind") else { continue }
                let places = bind.split(separator: " ")
                let isWide = places.isEmpty || places.contains { $0 == "*" || $0 == "0.0.0.0" || $0 == "::" }
                let password = (try? await redis.server.setting("requirepass")) ?? nil ?? ""
                let isProtected = (try? await redis.server.setting("protected-mode")) == "yes"
                if isWide, password.isEmpty, !isProtected { open.append(Evidence("\(redis.name) \(redis.address)")) }
            }
            return open.isEmpty
                ? .fine("bound to some addresses, or protected")
                : .found("takes everybody, without a password: \(open.map(\.text).joined(separator: ", "))", open)
        },
        Check(
            "redis.shared-db", .critical, cost: .normal, needs: [.redis, .database], limit: Limit(20, .percent),
            "the feeds in Redis are those of this server's people",
            why: "two servers in one database of Redis take each other's jobs",
            fix: "give each its own REDIS_DB or server",
            source: "feed:home keys against accounts"
        ) { inspection, check in
            let (share, count) = try await inspection.feeds().strangers
            guard count >= 5 else { return .fine("\(count) feeds looked at") }
            let seen = [Evidence("of \(count) feeds", share, .percent)]
            return share > inspection.limit(of: check)
                ? .found("feeds of accounts that are not here: \(Evidence.text(share, .percent))", seen)
                : .fine("\(count) feeds looked at", seen)
        },
        Check(
            "redis.feeds-inactive", .warning, cost: .normal, needs: [.redis, .database], limit: Limit(50, .percent),
            "feeds are kept for those who come", why: "most of Redis' memory is feeds",
            fix: "let the scheduler run (sched.never), or tootctl feeds vacuum", source: "mastodon#33065"
        ) { inspection, check in
            let (share, count) = try await inspection.feeds().asleep
            guard count >= 100 else { return .fine("\(count) feeds looked at") }
            let seen = [Evidence("of \(count) feeds", share, .percent)]
            return share > inspection.limit(of: check)
                ? .found("feeds of people who no longer come: \(Evidence.text(share, .percent))", seen)
                : .fine("\(count) feeds looked at", seen)
        },
        Check(
            "redis.locks-dangling", .problem, needs: [.jobs], limit: Limit(1_000, .count),
            "locks of unique jobs are let go",
            why: "a job whose lock is held is never enqueued again, without a word",
            fix: "mastoctl queues locks", source: "mastodon#24733, PR 27246"
        ) { inspection, check in
            guard let store = await inspection.jobStore() else { return .skipped("no Redis holds jobs") }
            let count = Double(try await store.oldLocks(olderThan: 86_400, at: inspection.now))
            let seen = [Evidence("older than a day", count, .count)]
            return count > inspection.limit(of: check)
                ? .found("locks older than a day: \(Int(count))", seen) : .fine("\(Int(count)) older than a day", seen)
        },
        Check(
            "redis.chewy-backlog", .problem, cost: .normal, needs: [.redis], limit: Limit(100_000, .count),
            "what is to be searched for gets into the indexes",
            why: "new posts and accounts are not found", fix: "mastoctl search queue; see sched.never",
            source: "mastodon#23985"
        ) { inspection, check in
            guard let base = inspection.base else { return .skipped("no Redis") }
            let limit = inspection.limit(of: check)
            let waiting = try await base.server.searchBacklog(prefix: await inspection.prefix())
            let seen = waiting.map { Evidence($0.name, Double($0.count), .count) }
            let long = seen.filter { ($0.value ?? 0) > limit }
            return long.isEmpty
                ? .fine("\(waiting.reduce(0) { $0 + $1.count }) wait", seen)
                : .found("waiting for the indexes: \(long.map(\.text).joined(separator: ", "))", long)
        },
        Check(
            "redis.cache-no-ttl", .notice, cost: .normal, needs: [.redis], limit: Limit(5, .percent),
            "what is in the cache expires", why: "the rest stays for ever", fix: "mastoctl cache clear",
            source: "Mastodon 4.6.5 config/environments/production.rb"
        ) { inspection, check in
            guard let cache = inspection.services.redis.first(where: { $0.name == "cache" }) else {
                return .skipped("no Redis")
            }
            let (lasting, count) = try await cache.server.lastingPages(most: 500)
            guard count >= 20 else { return .fine("\(count) looked at") }
            let share = 100 * Double(lasting) / Double(count)
            let seen = [Evidence("of \(count)", share, .percent)]
            return share > inspection.limit(of: check)
                ? .found("cached for ever: \(Evidence.text(share, .percent))", seen) : .fine("\(count) looked at", seen)
        },
    ]
}

/// Home feeds against the accounts they are for.
struct FeedShares: Sendable {
    /// Percent, and of how many.
    var strangers: (Double, Int)
    var asleep: (Double, Int)
}

extension Inspection {
    /// What stands before keys of Redis.
    func prefix() async -> String { RedisNamespace(services.namespace, release: await release()).prefix }

    func feeds() async throws -> FeedShares {
        let prefix = await prefix()
        return try await recall("feeds") { [services, base] in
            guard let base else { return FeedShares(strangers: (0, 0), asleep: (0, 0)) }
            let owners = try await base.server.feedOwners(prefix: prefix, most: 300)
            let days = services.variables?["USER_ACTIVE_DAYS"].flatMap { Double($0) } ?? 7
            let found = try await services.primary.strangers(among: owners, inactiveFor: days + 7)
            let whole = Double(max(owners.count, 1))
            return FeedShares(
                strangers: (100 * Double(found.unknown) / whole, owners.count),
                asleep: (100 * Double(found.asleep) / whole, owners.count))
        }
    }
}
