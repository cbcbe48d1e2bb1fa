import Postgres
import Sandbox
import Stores
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct AuditTests {
    private func trail(_ stage: Stage) -> String {
        let state = stage.environment["MASTOCTL_STATE_DIR"] ?? ""
        return FolderListing.names(in: state).map { "\(state)/\($0)/audit.jsonl" }.first {
            TextFile.read($0) != nil
        } ?? ""
    }

    @Test func `both logs are told together, the newest first, and each by itself`() async throws {
        let stage = try await Stage.make()
        let name = try await stage.ordinaryUsers()[0]
        let moderator = try await stage.holder(of: "Moderator")
        #expect(try await stage.consequences(of: "accounts", "silence", name, "--as", moderator, "--yes").status == 0)
        let both = try await stage.consequences(of: "audit", "--target", name, "--format", "json")
        #expect(both.status == 0, "\(both.conversation)")
        let sources = [
            try await stage.figure("entries.0.source", of: both), try await stage.figure("entries.1.source", of: both),
        ]
        #expect(Set(sources) == ["server", "local"])
        #expect(try await stage.figure("entries.2", of: both) == nil)
        for (words, action) in [
            (["--source", "server"], "silence"), (["--source", "local"], "accounts silence"),
            (["--source", "local", "--by", moderator.uppercased()], "accounts silence"),
            (["--since", "1h", "--source", "server", "--by", moderator], "silence"),
        ] {
            let run = try await stage.start(["audit", "--target", name, "--format", "json"] + words).end()
            #expect(try await stage.figure("entries.0.action", of: run) == action, "\(words): \(run.answer)")
            #expect(try await stage.figure("entries.1", of: run) == nil, "\(words)")
        }
        for words in [["--by", "nobody"], ["--since", "2100-01-01"], ["--target", "nothing"]] {
            let run = try await stage.start(["audit", "--format", "ids"] + words).end()
            #expect(run.status == 0 && run.answer.isEmpty, "\(words): \(run.answer)")
        }
        #expect(try await stage.consequences(of: "audit", "--since", "yesterday").status == 64)
    }

    @Test func `a huge record is read from its end, and what cannot be read is told`() async throws {
        let stage = try await Stage.make()
        let name = try await stage.ordinaryUsers()[0]
        #expect(try await stage.consequences(of: "accounts", "silence", name, "--yes").status == 0)
        let path = trail(stage)
        let line = try #require(TextFile.read(path))
        let old =
            #"{"time":"2020-01-01T00:00:00Z","operation":"old","lane":"direct","user":"root","changed":1,"failed":0,"#
        let filler = String(repeating: old + "\"items\":[]}\n", count: 100_000)
        TextFile.write(filler + line + "half a li", to: path)
        let run = try await stage.consequences(of: "audit", "--source", "local", "--limit", "2", "--format", "json")
        #expect(run.status == 0 && run.conversation.contains("1 line"), "\(run.conversation)")
        #expect(try await stage.figure("entries.0.action", of: run) == "accounts silence")
        #expect(try await stage.figure("entries.1.action", of: run) == "old")
        let since = try await stage.consequences(of: "audit", "--source", "local", "--since", "1d", "--format", "ids")
        #expect(since.answer == "\(name)\n")
    }

    @Test(arguments: [("true", true), ("false", false), ("\"server\"", true)])
    func `the profile says where changes are written down`(value: String, isKept: Bool) async throws {
        let stage = try await Stage.make()
        let name = try await stage.ordinaryUsers()[0]
        let profile = "\(stage.instance.folder)/profile.toml"
        TextFile.write("audit = \(value)\n", to: profile)
        let run = try await stage.consequences(of: "accounts", "silence", name, "--yes", "--profile", profile)
        #expect(run.status == 0, "\(run.conversation)")
        #expect(trail(stage).isEmpty == !isKept)
        TextFile.write("audit = \"sometimes\"\n", to: profile)
        #expect(try await stage.consequences(of: "audit", "--profile", profile).status == 78)
    }
}
