import Model
import Postgres
import Redis
import Support
import Testing

/// Those who want to hear of what is gone: a cache before the media, and services people are found by.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct DeletionListenersTests {
    private func jobs(_ stage: Stage, _ queue: String, _ name: String) async throws -> [JSONValue] {
        let redis = try await RedisConnection.connect(stage.instance.redis)
        let texts = try await redis.command(["LRANGE", RedisArgument("queue:\(queue)"), 0, -1]).texts ?? []
        await redis.close()
        return texts.reversed().compactMap { JSONValue(parsing: $0) }.filter { $0["class"]?.string == name }
    }

    private static let listening = ["CACHE_BUSTER_ENABLED": "true", "EXPERIMENTAL_FEATURES": "other, fasp"]

    @Test(arguments: MastodonRelease.allCases)
    func `a purge tells the cache of every file and the services of everybody who wants to be found`(
        release: MastodonRelease
    ) async throws {
        let stage = try await Stage.make(release)
        let findable = try await stage.texts(
            "select uri from accounts where domain = 'big.example' and discoverable order by id")
        let names = try await stage.texts(
            """
            select file_file_name from media_attachments
            where file_file_name <> '' and account_id in (select id from accounts where domain = 'big.example')
            """)
        #expect(!findable.isEmpty && !names.isEmpty)
        let run = try await stage.with(Self.listening).start(["domains", "purge", "big.example", "--yes"]).end()
        #expect(run.status == 0, "\(run.conversation)")
        let busted = try await jobs(stage, "pull", "CacheBusterWorker")
        let addresses = busted.compactMap { $0["args"]?.array?.first?.string }
        if release >= .v4_3 {
            #expect(addresses.allSatisfy { $0.hasPrefix("/system/") && $0.contains("media_attachments/") })
            let originals = addresses.filter { $0.contains("/files/") && $0.contains("/original/") }
            #expect(originals.count == names.count && Set(originals).count == names.count)
            #expect(names.allSatisfy { name in originals.contains { $0.hasSuffix("/\(name)") } })
        } else {
            #expect(busted.isEmpty)
        }
        let told = try await jobs(stage, "fasp", "Fasp::AnnounceAccountLifecycleEventWorker")
        if release >= .v4_4 {
            #expect(told.compactMap { $0["args"]?.array?.first?.string }.sorted() == findable.sorted())
            #expect(told.allSatisfy { $0["args"]?.array?.last == "delete" && $0["retry"] == 5 })
        } else {
            #expect(told.isEmpty)
        }
    }

    @Test func `who is suspended, or freed again, is told as changed, by the name others know`() async throws {
        let stage = try await Stage.forRound()
        let words = try await stage.words(["accounts", "suspend", "{user}", "{remote account}", "--yes"])
        let names = try await stage.texts(
            """
            update accounts
            set discoverable = true
            where username || coalesce('@' || domain, '') = any(\(Array(words[2...3])))
            returning username
            """)
        #expect(names.count == 2)
        for verb in ["suspend", "unsuspend"] {
            let run = try await stage.with(Self.listening).start(["accounts", verb] + words[2...]).end()
            #expect(run.status == 0, "\(run.conversation)")
        }
        let told = try await jobs(stage, "fasp", "Fasp::AnnounceAccountLifecycleEventWorker")
        let addresses = try await stage.texts("select uri from accounts where username = any(\(names)) and uri <> ''")
        #expect(told.count == 4 && told.allSatisfy { $0["args"]?.array?.last == "update" })
        #expect(told.filter { addresses.contains($0["args"]?.array?.first?.string ?? "") }.count == 2)
        let id = try await stage.number("select id from accounts where username = \(words[2]) and domain is null")
        let own = ["/users/\(words[2])", "/ap/users/\(id)"]
        let toldOfOwn = told.compactMap { $0["args"]?.array?.first?.string }.filter { address in
            own.contains { address.hasSuffix($0) }
        }
        #expect(toldOfOwn.count == 2)
    }

    @Test func `an account whose name stays is told as changed, and without listeners nobody is`() async throws {
        let stage = try await Stage.forRound()
        let words = try await stage.words(["accounts", "delete", "{user}", "--yes"])
        try await stage.execute("update accounts set discoverable = true where username = \(words[2])")
        let run = try await stage.with(Self.listening).start(words).end()
        #expect(run.status == 0, "\(run.conversation)")
        let told = try await jobs(stage, "fasp", "Fasp::AnnounceAccountLifecycleEventWorker")
        #expect(told.compactMap { $0["args"]?.array?.last?.string } == ["update"])
        let others = try await stage.words(["accounts", "delete", "{user}", "--yes"])
        try await stage.execute("update accounts set discoverable = true where username = \(others[2])")
        let quiet = try await stage.start(others).end()
        #expect(quiet.status == 0, "\(quiet.conversation)")
        #expect(try await jobs(stage, "fasp", "Fasp::AnnounceAccountLifecycleEventWorker") == told)
    }
}
