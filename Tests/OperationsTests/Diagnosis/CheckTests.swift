import Model
import Operations
import Support
import Testing

/// Every check sees the fault it is for, and none on a sound server.
@Suite(.serialized, .enabled(if: TestServers.areInstalled)) struct CheckTests {
    private static let tables: [(name: String, faults: [CheckFault])] = [
        ("environment", CheckFault.environment), ("machines", CheckFault.machines), ("sites", CheckFault.sites),
        ("fronts", CheckFault.fronts),
        ("postgres", CheckFault.postgres), ("redis", CheckFault.redisServers), ("jobs", CheckFault.jobs),
        ("people", CheckFault.people), ("contents", CheckFault.contents), ("schema", CheckFault.schema),
    ]

    @Test(arguments: Array(tables.indices))
    func `a check sees the fault it is for`(number: Int) async throws {
        let (name, faults) = Self.tables[number]
        // It is looked at when all of these are done.
        CheckStage.beginSoundRepository()
        try await CheckStage.shared().show(faults, in: "faulty_\(name)", redis: number + 1)
    }

    /// What the sound server has nothing of, each with what is set to have it.
    private static let variants: [[String: String]] = [
        [:], ["DB_USER": "mastodon"],
        [
            "S3_ENABLED": "true", "S3_BUCKET": "town", "S3_ENDPOINT": "https://s3.host",
            "S3_ALIAS_HOST": "files.town.social",
            "S3_READ_TIMEOUT": "30", "S3_RETRY_LIMIT": "2",
        ],
        ["ES_ENABLED": "true", "ES_PRESET": "single_node_cluster", "ES_HOST": "127.0.0.1", "ES_PORT": "1"],
        ["WEB_DOMAIN": "www.town.social"],
    ]

    /// Where nothing is found since there is nothing to look at: no replica, no cluster, no bucket.
    private static let absent: Set<String> = [
        "pg.replica-lag", "pg.collation-drift", "media.clock", "search.reachable", "search.health", "search.version",
        "search.blocked-indexes", "search.heap", "env.started-before-edit", "env.processes-differ",
        "host.inodes",
    ]

    /// A Redis database that no fault is made in.
    private static let soundRedis = 63

    @Test func `no check finds anything on a sound server, and each of them looks`() async throws {
        let stage = try await CheckStage.shared()
        try await CheckStage.makeSoundRepository()
        var wanted = Set(Check.all.map(\.id)).subtracting(Self.absent)
        if !CheckStage.hasRestic { wanted = wanted.filter { !$0.hasPrefix("backup.") } }
        for variant in Self.variants {
            // Jobs and beats are as old as the stage, which may have been made long ago.
            try await stage.fill(redis: Self.soundRedis)
            let ids = variant.isEmpty ? Check.all.map(\.id) : Array(wanted)
            let results = try await stage.look(
                at: ids, stage.environment(database: "sound", redis: Self.soundRedis, variant),
                limits: ["redis.latency": 60_000, "web.slow": 60_000, "pg.clock": 60])
            for (id, result) in results {
                if result.state == .ok { wanted.remove(id) }
                // Only who has all rights can look everywhere, and that is found.
                if variant.isEmpty, id != "pg.role-superuser", CheckStage.hasRestic || id != "backup.none" {
                    #expect(result.state.severity == nil, "\(id): \(result.state) \(result.detail)")
                }
            }
        }
        #expect(wanted.sorted() == [])
    }

    /// Faults of these are made where the server they need is: at a cluster, at a standby, at a dead run's journal.
    private static let elsewhere: Set<String> = [
        "search.reachable", "search.health", "search.version", "search.blocked-indexes", "search.heap", "media.clock",
        "pg.idle-in-transaction", "pg.long-query", "pg.blocked", "pg.standby", "host.journal-left", "host.state-folder",
        "env.pgbouncer-prepared", "redis.loading", "redis.bgsave-failed",
    ]

    @Test func `every check has a fault that it sees, and an id of its own`() {
        let seen = (Self.tables.flatMap(\.faults) + (CheckStage.hasRestic ? CheckFault.backupFaults : [])).map(\.id)
        let all = Set(Check.all.map(\.id))
        #expect(all.count == Check.all.count && all.count >= 120)
        let unseen = all.subtracting(seen).subtracting(Self.elsewhere)
        #expect(unseen.filter { CheckStage.hasRestic || !$0.hasPrefix("backup.") }.sorted() == [])
        #expect(Set(seen).subtracting(all).sorted() == [])
        #expect(Self.elsewhere.intersection(seen).sorted() == [], "an exception nobody needs any more")
    }
}
