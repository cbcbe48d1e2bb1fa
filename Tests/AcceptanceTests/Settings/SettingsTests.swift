import Model
import Postgres
import Redis
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct SettingsTests {
    @Test(arguments: MastodonRelease.allCases)
    func `sign-ups open and close, and the server forgets what it knew`(release: MastodonRelease) async throws {
        let stage = try await Stage.make(release, size: .empty)
        let redis = try await RedisConnection.connect(stage.instance.redis)
        let digest = String(repeating: "0a", count: 16)
        let keys = ["registrations_mode", "site_title"].map { "cache:rails_settings_cached/\(digest)/\($0)" }
        for key in keys { _ = try await redis.command(["SET", RedisArgument(key), "x"]) }
        let before = try await stage.snapshot()
        let words = ["settings", "registrations", "approved", "--require-reason"]
        #expect(try await stage.start(words + ["--dry-run"]).end().status == 0)
        #expect(try await stage.snapshot() == before)
        let run = try await stage.start(words).end()
        #expect(run.status == 0, "\(run.conversation)")
        let rows: Statement = "select var || ' ' || value from settings order by var"
        #expect(
            try await stage.texts(rows)
                == ["registrations_mode --- approved\n", "require_invite_text --- true\n"])
        #expect(try await redis.command(["KEYS", "cache:*"]).texts == [keys[1]])
        #expect(try await stage.consequences(of: "settings", "registrations", "close").status == 0)
        #expect(try await stage.texts(rows)[0] == "registrations_mode --- none\n")
        let same = try await stage.snapshot()
        let idle = try await stage.consequences(of: "settings", "registrations", "close", "--format", "json")
        #expect(try await stage.figure("changed", of: idle) == "0")
        #expect(try await stage.snapshot() == same)
        #expect(try await stage.consequences(of: "settings", "registrations", "open").status == 0)
        #expect(try await stage.texts(rows)[0] == "registrations_mode --- open\n")
        await redis.close()
    }

    @Test(arguments: [MastodonRelease.v4_2, .newest])
    func `any setting is read and set, and what the server would not take is refused`(
        release: MastodonRelease
    ) async throws {
        let stage = try await Stage.make(release)
        #expect(try await stage.consequences(of: "settings", "get", "site_title").answer == "Sandbox\n")
        let text = "Ours: \"one\"\nand # two"
        stage.write(text + "\n", to: "about.md", from: stage.instance.folder)
        let run = try await stage.consequences(
            of:
                "settings", "set", "site_extended_description", "--from", "\(stage.instance.folder)/about.md")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.consequences(of: "settings", "get", "site-extended-description").answer == text + "\n")
        #expect(try await stage.consequences(of: "settings", "set", "profile_directory", "no").status == 0)
        #expect(
            try await stage.texts("select value from settings where var = 'profile_directory'") == ["--- false\n"])
        #expect(try await stage.consequences(of: "settings", "set", "content_cache_retention_period", "").status == 0)
        let list = try await stage.consequences(of: "settings", "list", "--format", "json")
        #expect(try await stage.figure("settings.0.name", of: list) == "activity_api_enabled")
        let wrong = try await stage.consequences(of: "settings", "set", "show_domain_blocks", "sometimes")
        #expect(wrong.status == 65 && wrong.conversation.contains("disabled, users or all"), "\(wrong.conversation)")
    }
}
