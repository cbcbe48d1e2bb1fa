import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct MediaListTests {
    @Test(arguments: Stage.Storage.available)
    func `files that belong to something are listed as other programs take them`(storage: Stage.Storage) async throws {
        let stage = try await Stage.pictures(20, on: storage)
        let stored = try await stage.objects()
        let all = try await stage.run("media", "list", "--format", "ids")
        #expect(all.status == 0, "\(all.conversation)")
        let keys = all.answer.split(separator: "\n").map(String.init)
        #expect(Set(keys).count == keys.count && Set(keys).isSubset(of: stored.keys))
        let named = try await stage.namedOriginals()
        #expect(named.isSubset(of: keys))

        let local = try await stage.run("media", "list", "--local", "--format", "ids")
        let own = Set(local.answer.split(separator: "\n").map(String.init))
        #expect(own == Set(keys.filter { !$0.hasPrefix("cache/") }))
        let some = try await stage.run("media", "list", "--kind", "attachment", "--format", "jsonl")
        #expect(some.status == 0 && some.answer.contains("\"schema\":\"media.list/1\""), "\(some.answer.prefix(300))")
        #expect(!some.answer.contains("accounts/avatars"))
    }
}
