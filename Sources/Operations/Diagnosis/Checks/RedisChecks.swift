import Model
import Stores

// The Redis servers, each looked at once, also where several settings name it.

extension Check {
    static let redisServers: [Check] = [
        Check(
            "redis.reachable", .critical, "every Redis answers",
            why: "no jobs, no feeds, no streaming", fix: "check the service and REDIS_URL or REDIS_HOST",
            source: "Mastodon 4.6.5 lib/mastodon/redis_configuration.rb"
        ) { inspection, _ in
            var seen: [Evidence] = []
            var failed: [(words: String, fix: String?)] = []
            for redis in inspection.redisServers {
                do {
                    let state = try await inspection.state(of: redis)
                    seen.append(Evidence("\(redis.name) \(redis.address)", state.latency * 1_000, .milliseconds))
                } catch {
                    let verdict = Verdict.found(error, inspection.services, at: redis.address)
                    failed.append(("\(redis.name): \(verdict.detail)", verdict.fix))
                    seen.append(Evidence("\(redis.name) \(redis.address)"))
                }
            }
            guard failed.isEmpty else {
                return .found(failed.map(\.words).joined(separator: "; "), seen, fix: failed[0].fix)
            }
            return .fine(seen.map(\.text).joined(separator: ", "), seen)
        },
        Check(
            "redis.writable", .critical, "every Redis takes writes",
            why: "jobs that cannot be pushed are lost", fix: "look at Redis' own log; its disk may be full",
            source: "Redis"
        ) { inspection, _ in
            guard let door = inspection.services.probes else { return .skipped(inspection.whyNoProbe) }
            if let reason = try await inspection.whyNothingIsWritten() { return .skipped(reason) }
            for redis in inspection.redisServers {
                guard (try? await inspection.state(of: redis)) != nil else { continue }
                if case .failed(_, let error, _) = await door.probe(redis.server) {
                    return .found(error, inspection.services, at: redis.address)
                }
            }
            return .fine("a key was set and deleted")
        },
        each(
            "redis.read-only", .critical, "no Redis is the replica of another",
            why: "it refuses writes; a Redis open to the world is made somebody's replica by strangers",
            fix: "name the master; if nobody of yours did this, close the port and rotate every secret",
            source: "Hachyderm, 2023-07"
        ) { state, _ in state.role == "slave" ? .found("is a replica") : .fine("is a master") },
        each(
            "redis.loading", .problem, "no Redis is still reading its data", why: "it answers nothing until then",
            fix: "wait for it", source: "Redis"
        ) { state, _ in state.isLoading ? .found("is still reading its data from disk") : .fine("is ready") },
        each(
            "redis.eviction", .critical, onlyJobs: true, "the Redis with the jobs evicts nothing",
            why: "when memory is short, jobs vanish without a trace",
            fix: "config set maxmemory-policy noeviction, in redis.conf too; the cache wants a Redis of its own",
            source: "Sidekiq wiki; glitch-soc#3545"
        ) { state, _ in
            state.evictionPolicy.isEmpty || state.evictionPolicy == "noeviction"
                ? .fine("noeviction")
                : .found(
                    "maxmemory-policy is \(state.evictionPolicy)",
                    as: state.maximumMemory == 0 ? .warning : .critical)
        },
        each(
            "redis.evicted", .critical, onlyJobs: true, limit: Limit(0, .count),
            "the Redis with the jobs has evicted nothing",
            why: "jobs or feeds are gone", fix: "set noeviction, and look what is missing: scheduled posts, deliveries",
            source: "Redis INFO"
        ) { state, limit in
            let count = state.number("evicted_keys") ?? 0
            return count > limit
                ? .found("keys evicted since its start", [Evidence("evicted", count, .count)])
                : .fine("nothing evicted")
        },
        each(
            "redis.memory", .problem, limit: Limit(80, .percent), "no Redis is near its bound of memory",
            why: "at the bound writes are refused, or keys go", fix: "raise maxmemory, or clear old feeds and locks",
            source: "mastodon#33065"
        ) { state, limit in
            let used = Evidence("used", Double(state.usedMemory), .bytes)
            guard state.maximumMemory > 0 else {
                return .fine("\(ByteCount(state.usedMemory)) used, without a bound", [used])
            }
            let share = 100 * Double(state.usedMemory) / Double(state.maximumMemory)
            let words = "\(ByteCount(state.usedMemory)) used of \(ByteCount(state.maximumMemory))"
            if share < limit { return .fine(words, [used]) }
            return .found(words, [used, Evidence("share", share, .percent)], as: share >= 95 ? .critical : nil)
        },
        each(
            "redis.bgsave-failed", .critical, "the last snapshot went well",
            why: "after a failed one Redis refuses writes (MISCONF)",
            fix: "look at Redis' log and disk; vm.overcommit_memory = 1", source: "Redis"
        ) { state, _ in
            let isAppending = state.text("aof_enabled") == "1"
            if state.didSavingFail { return .found("the last snapshot failed") }
            if isAppending, state.text("aof_last_write_status") == "err" { return .found("the log cannot be written") }
            return .fine("it did")
        },
        each(
            "redis.no-persistence", .warning, onlyJobs: true, production: true, limit: Limit(24, .hours),
            "the Redis with the jobs keeps them, by the threshold after its start",
            why: "a restart loses every job, also scheduled posts' and deletions'",
            fix: "config set appendonly yes, in redis.conf too", source: "mastodon#32600"
        ) { state, limit in
            if state.text("aof_enabled") == "1" { return .fine("it keeps a log") }
            let uptime = state.number("uptime_in_seconds") ?? 0
            let started = (state.number("server_time_usec") ?? 0) / 1_000_000 - uptime
            // Redis gives its start as the time of the last snapshot until there is one.
            return (state.number("rdb_last_save_time") ?? 0) > started + 60 || uptime < limit * 3_600
                ? .fine("it takes snapshots") : .found("no log and no snapshot since its start")
        },
        each(
            "redis.last-save-age", .warning, onlyJobs: true, production: true, limit: Limit(24, .hours),
            "the last snapshot is not old", why: "a crash loses everything since then",
            fix: "see the lines `save` in redis.conf, or use appendonly", source: "Redis INFO"
        ) { state, limit in
            guard state.text("aof_enabled") != "1" || limit < 0, let saved = state.number("rdb_last_save_time"),
                let now = state.number("server_time_usec")
            else { return .fine("it keeps a log") }
            let hours = (now / 1_000_000 - saved) / 3_600
            let changes = state.number("rdb_changes_since_last_save") ?? 0
            let seen = [Evidence("age", hours, .hours), Evidence("changes since", changes, .count)]
            return hours > limit && (changes > 0 || limit < 0)
                ? .found("\(Evidence.text(hours, .hours)) old", seen)
                : .fine("\(Evidence.text(max(hours, 0), .hours)) old", seen)
        },
        each(
            "redis.version", .problem, limit: Limit(6.2, .count), "Redis is a version that Mastodon still takes",
            why: "Mastodon 4.4 and newer use commands of 6.2", fix: "upgrade Redis",
            source: "Mastodon 4.4 release notes"
        ) { state, limit in
            let parts = state.version.split(separator: ".").prefix(2).compactMap { Double($0) }
            guard parts.count == 2 else { return .skipped("it does not tell its version") }
            return parts[0] + parts[1] / 10 < limit ? .found("Redis \(state.version)") : .fine("Redis \(state.version)")
        },
        each(
            "redis.rejected-clients", .problem, limit: Limit(0, .count), "no client was turned away",
            why: "maxclients was reached",
            fix: "raise maxclients and the limit of open files", source: "Redis INFO"
        ) { state, limit in
            let count = state.number("rejected_connections") ?? 0
            return count > limit
                ? .found("clients turned away since its start", [Evidence("rejected", count, .count)]) : .fine("none")
        },
        each(
            "redis.latency", .warning, limit: Limit(50, .milliseconds), "Redis answers at once",
            why: "every page and every job asks it many times", fix: "look at swap, huge pages and SLOWLOG GET",
            source: "Redis, latency problems"
        ) { state, limit in
            let seen = [Evidence("round trip", state.latency * 1_000, .milliseconds)]
            let words = "answers in \(Evidence.text(state.latency * 1_000, .milliseconds))"
            return state.latency * 1_000 > limit ? .found(words, seen) : .fine(words, seen)
        },
        each(
            "redis.fragmentation", .notice, limit: Limit(1.5, .count), "memory is not in pieces",
            why: "the process takes much more than its data", fix: "config set activedefrag yes, or restart it",
            source: "Redis INFO"
        ) { state, limit in
            let ratio = state.number("mem_fragmentation_ratio") ?? 1
            return ratio > limit && (state.usedMemory > 1_000_000_000 || limit < 1)
                ? .found("ratio \(Evidence.text(ratio, .count))", [Evidence("ratio", ratio, .count)])
                : .fine("ratio \(Evidence.text(ratio, .count))")
        },
        each(
            "redis.clients", .warning, limit: Limit(80, .percent), "there is room for more clients",
            why: "the next process is turned away", fix: "raise maxclients and the limit of open files",
            source: "Redis INFO"
        ) { state, limit in
            guard let most = state.number("maxclients"), most > 0, let now = state.number("connected_clients") else {
                return .skipped("it does not tell")
            }
            let seen = [Evidence("clients", now, .count), Evidence("most", most, .count)]
            return 100 * now / most > limit
                ? .found("clients near the bound", seen) : .fine("\(Int(now)) of \(Int(most))", seen)
        },
    ]

    /// A check of each Redis server; the worst of them is told.
    static func each(
        _ id: String, _ severity: Severity, onlyJobs: Bool = false, production: Bool = false, limit: Limit? = nil,
        _ title: String, why: String, fix: String, source: String,
        judge: @escaping @Sendable (RedisState, Double) -> Verdict
    ) -> Check {
        let need: Need = onlyJobs ? .jobs : .redis
        return Check(
            id, severity, needs: production ? [need, .production] : [need], limit: limit, title, why: why, fix: fix,
            source: source
        ) { inspection, check in
            let all = inspection.redisServers
            let servers = onlyJobs ? all.filter { $0.server === inspection.jobs?.server } : all
            var fine: [String] = []
            for redis in servers {
                guard let state = try? await inspection.state(of: redis) else { continue }
                let verdict = judge(state, inspection.limit(of: check))
                if case .found(let severity) = verdict.kind {
                    return .found("\(redis.name): \(verdict.detail)", verdict.evidence, as: severity)
                }
                if verdict.kind == .skipped { return verdict }
                fine.append(verdict.detail)
            }
            return .fine(fine.joined(separator: ", "))
        }
    }
}

extension Inspection {
    /// Why no probe is written although there is a door: the database says that this is for reading.
    func whyNothingIsWritten() async throws -> String? {
        guard let state = try? await database(), let tables = try? await tables() else { return nil }
        return Check.mayWrite(state, tables) ? nil : "the database role may only read, so nothing is written"
    }
}
