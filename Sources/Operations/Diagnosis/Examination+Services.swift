import Faults
import Glibc
import Model
import Stores

extension Examination {
    // MARK: - Redis

    func redisChecks(_ probing: Probing) async -> [Check] {
        var checks: [Check] = []
        var seen: [(name: String, server: LazyRedis)] = []
        for redis in services.redis {
            if let same = seen.first(where: { $0.server === redis.server }) {
                checks.append(Check(area(redis), "reachable", .skipped, "the same as \(same.name)"))
            } else {
                checks += await look(at: redis, probing)
            }
            seen.append((redis.name, redis.server))
        }
        return checks
    }

    private func area(_ redis: Services.Redis) -> String {
        redis.name == "redis" ? "redis" : "\(redis.name) redis"
    }

    private func look(at redis: Services.Redis, _ probing: Probing) async -> [Check] {
        let area = area(redis)
        let state: RedisState
        do {
            state = try await redis.server.state()
        } catch {
            return [problem(area, "reachable", error, at: redis.address)]
                + ["writable", "memory"].map { Check(area, $0, .skipped, "Redis was not reached") }
        }
        let holdsJobs = services.redis.contains { $0.name == "sidekiq" && $0.server === redis.server }
        return [
            Check(
                area, "reachable", .ok,
                "Redis \(state.version) at \(redis.address) answers in \(Self.milliseconds(state.latency))"),
            await writable(redis, state, probing), Self.memory(area, state, holdsJobs: holdsJobs),
        ]
    }

    private func writable(_ redis: Services.Redis, _ state: RedisState, _ probing: Probing) async -> Check {
        let area = area(redis)
        if state.role == "slave" {
            return Check(
                area, "writable", .problem, "is a replica", help: "name the master, or the sentinels that know it")
        }
        if state.isLoading {
            return Check(area, "writable", .problem, "is still reading its data from disk", help: "wait for it")
        }
        guard let door = probing.door else {
            if state.didSavingFail {
                return Check(
                    area, "writable", .warning, "its last snapshot failed, after which it may refuse writes",
                    help: "look at Redis' own log")
            }
            return Check(area, "writable", .skipped, probing.reason)
        }
        switch await door.probe(redis.server) {
        case .done: return Check(area, "writable", .ok, "a key was set and deleted")
        case .failed(_, let error, _):
            if state.didSavingFail {
                return Check(
                    area, "writable", .problem, "refuses writes since its last snapshot failed",
                    help: "look at Redis' own log; its disk may be full")
            }
            return problem(area, "writable", error, at: redis.address)
        }
    }

    static func memory(_ area: String, _ state: RedisState, holdsJobs: Bool) -> Check {
        let used = "\(ByteCount(state.usedMemory))"
        let policy = state.evictionPolicy
        if holdsJobs, !policy.isEmpty, policy != "noeviction", state.maximumMemory > 0 {
            return Check(
                area, "memory", .warning, "\(used) used, and maxmemory-policy is \(policy): jobs may be lost",
                help: "set maxmemory-policy noeviction, or move the cache to a Redis of its own")
        }
        guard state.maximumMemory > 0 else { return Check(area, "memory", .ok, "\(used) used, without a bound") }
        let share = Double(state.usedMemory) / Double(state.maximumMemory)
        let text = "\(used) used of \(ByteCount(state.maximumMemory))"
        if share >= 1, policy == "noeviction" {
            return Check(area, "memory", .problem, "\(text): writes are refused", help: "raise maxmemory")
        }
        if share >= 0.9, policy == "noeviction" {
            return Check(area, "memory", .warning, text, help: "raise maxmemory before writes are refused")
        }
        return Check(area, "memory", .ok, text)
    }

    // MARK: - storage

    func storageChecks(_ probing: Probing) async -> [Check] {
        let storage = services.storage
        let store: any ObjectStore
        do {
            store = try await storage.store()
            var pages = store.list(prefix: "", after: nil).makeAsyncIterator()
            _ = try await pages.next()
        } catch {
            return [problem("storage", "listing", error, at: storage.place)]
                + ["writable", "space"].map { Check("storage", $0, .skipped, "the storage was not reached") }
        }
        var checks = [Check("storage", "listing", .ok, "\(storage.kind) at \(storage.place) can be listed")]
        checks += await probed(store, probing)
        checks.append(await space(store))
        return checks
    }

    private func probed(_ store: any ObjectStore, _ probing: Probing) async -> [Check] {
        guard let door = probing.door else { return [Check("storage", "writable", .skipped, probing.reason)] }
        switch await door.probe(store) {
        case .done(let modified):
            var checks = [Check("storage", "writable", .ok, "an object was written, read and deleted")]
            if services.storage.kind == "s3", let modified {
                let skew = (UTCTime.now.seconds - modified).magnitude
                checks.append(
                    skew > 60
                        ? Check(
                            "storage", "clock", .warning, "its clock differs by \(Int(skew)) s from this machine's",
                            help: "set this machine's clock by NTP; from 15 min on S3 refuses every request")
                        : Check("storage", "clock", .ok, "agrees with this machine's"))
            }
            return checks
        case .failed(let step, let error, let left):
            var check: Check
            switch error {
            case ProbeDoor.Trouble.differentContent:
                check = Check("storage", "writable", .problem, "an object was read back with other content")
            case ProbeDoor.Trouble.refused(let reason):
                check = Check("storage", "writable", .problem, "cannot \(step.rawValue) an object (\(reason))")
            default:
                check = problem("storage", "writable", error, at: services.storage.place)
                check.detail = "cannot \(step.rawValue) an object: \(check.detail)"
            }
            if let left {
                check.detail += "; \(left) may be left behind"
                check.help = "remove \(left)" + (check.help.map { ", and \($0)" } ?? "")
            }
            return [check]
        }
    }

    private func space(_ store: any ObjectStore) async -> Check {
        do {
            guard let free = try await store.freeSpace() else {
                return Check("storage", "space", .skipped, "object storage has no such figure")
            }
            let text = "\(ByteCount(free)) free"
            let help = "make room: `mastoctl media remove --dry-run` says how much it would free"
            if free < 100 << 20 { return Check("storage", "space", .problem, text, help: help) }
            if free < 2 << 30 { return Check("storage", "space", .warning, text, help: help) }
            return Check("storage", "space", .ok, text)
        } catch {
            return problem("storage", "space", error, at: services.storage.place)
        }
    }

    // MARK: - this machine

    /// The folder of journals, looked at without making it: where it is missing, the nearest one above must be writable.
    func stateChecks() -> [Check] {
        let folder = services.stateFolders.first ?? ""
        var nearest = folder
        while access(nearest, F_OK) != 0, let slash = nearest.lastIndex(of: "/"), slash != nearest.startIndex {
            nearest = String(nearest[..<slash])
        }
        let isWritable = access(nearest, W_OK | X_OK) == 0
        let state =
            isWritable
            ? Check("state", "folder", .ok, "journals go to \(folder)")
            : Check(
                "state", "folder", .problem, "journals cannot be written to \(folder)",
                help: "set MASTOCTL_STATE_DIR or run.state_dir to a folder this user can write")
        let abandoned = services.journal.abandoned().filter { !$0.entries.isEmpty }
        guard !abandoned.isEmpty else { return [state, Check("state", "journal", .ok, "no run died half way")] }
        let files = abandoned.reduce(0) { $0 + $1.entries.reduce(0) { $0 + $1.count } }
        return [
            state,
            Check(
                "state", "journal", .warning,
                "a run died half way and left \(files) deletions to finish (\(abandoned.map(\.path).joined(separator: ", ")))",
                help: "run any command that removes media; it finishes them first"),
        ]
    }

    // MARK: - search

    func searchChecks() async -> [Check] {
        guard let server = services.search else { return [] }
        do {
            let state = try await server.state()
            if state.status == 200 {
                return [
                    Check(
                        "elasticsearch", "reachable", .ok,
                        "\(server.address) answers in \(Self.milliseconds(state.latency))"
                            + (state.version.isEmpty ? "" : ", version \(state.version)"))
                ]
            }
            return [
                Check(
                    "elasticsearch", "reachable", .problem, "\(server.address) answers with status \(state.status)",
                    help: state.status == 401 ? "check ES_USER and ES_PASS" : "check ES_HOST and ES_PORT")
            ]
        } catch {
            return [problem("elasticsearch", "reachable", error, at: server.address)]
        }
    }
}
