import Postgres
import Support
import Testing

/// The proof of "rows first, files second, journal before both": SIGKILL at random instants.
@Suite(.enabled(if: TestServers.areInstalled), .serialized)
struct KilledRemovalTests {
    @Test(arguments: Stage.Storage.available)
    func `a killed media remove never leaves a row without its file, and the next run finishes it`(
        storage: Stage.Storage
    ) async throws {
        let count = storage == .filesystem ? 2_000 : 400
        let stage = try await Stage.pictures(count, on: storage)
        let before = try await stage.snapshot()
        let local = try await stage.texts(Self.localRows)
        let doomed = try await stage.mediaFolders(where: "item.remote_url <> ''")
        let words = ["media", "remove", "--days", "7", "--limit", "\(count / 20)"]

        let whole = try await stage.start(words).end()
        #expect(whole.status == 0, "\(whole.conversation)")
        let killed = try await Kills(stage: stage, words: words).all(over: whole.seconds) {
            let missing = try await stage.namedOriginals().subtracting(stage.objects().keys)
            #expect(missing.isEmpty, "rows without their file")
        }
        #expect(killed > 0)

        let last = try await stage.run("media", "remove", "--days", "7")
        #expect(last.status == 0, "\(last.conversation)")
        let after = try await stage.snapshot()
        #expect(after.lost(since: before) == before.objects.keys.inFolders(doomed))
        #expect(after.gained(since: before).isEmpty)
        #expect(try await stage.namedOriginals(where: "item.remote_url <> ''").isEmpty)
        #expect(try await stage.texts(Self.localRows) == local)
        #expect(after.changedTables(from: before) == ["media_attachments"])
        #expect(stage.journals.isEmpty)
    }

    @Test(arguments: Stage.Storage.available, [false, true])
    func `a killed remove-orphans touches no file with an owner, and the next run finishes it`(
        storage: Stage.Storage, quarantines: Bool
    ) async throws {
        let stage = try await Stage.pictures(storage == .filesystem ? 900 : 240, on: storage)
        let lost = try await stage.mediaFolders(where: "item.id % 3 > 0")
        try await stage.execute("delete from media_attachments where id % 3 > 0")
        let before = try await stage.snapshot()
        let orphans = before.objects.keys.inFolders(lost)
        var words = ["media", "remove-orphans", "--min-age", "0s"]
        if quarantines { words += ["--quarantine", "aside"] }

        let limited = words + ["--limit", "\(orphans.count / 20)"]
        let whole = try await stage.start(limited).end()
        #expect(whole.status == 0, "\(whole.conversation)")
        let killed = try await Kills(stage: stage, words: limited).all(over: whole.seconds) {
            let objects = try await stage.objects()
            #expect(try await stage.namedOriginals().subtracting(objects.keys).isEmpty, "a file with an owner is gone")
            guard quarantines else { return }
            let nowhere = orphans.filter { objects[$0] == nil && objects["aside/\($0)"] == nil }
            #expect(nowhere.isEmpty, "an orphan is neither here nor there")
        }
        #expect(killed > 0)

        let last = try await stage.start(words).end()
        #expect(last.status == 0, "\(last.conversation)")
        let after = try await stage.snapshot()
        #expect(after.lost(since: before) == orphans)
        #expect(after.gained(since: before) == (quarantines ? Set(orphans.map { "aside/\($0)" }) : []))
        for key in after.gained(since: before) {
            #expect(after.objects[key] == before.objects[String(key.dropFirst("aside/".count))])
        }
        #expect(after.changedTables(from: before).isEmpty)
        #expect(stage.journals.isEmpty)
    }

    @Test func `what a killed run's session still commits is found by the next run`() async throws {
        let stage = try await Stage.pictures(40, on: .filesystem)
        // A run that is cut off behind its journal: the server holds the transaction, the process is gone.
        let id = try await stage.texts(
            "select id::text from media_attachments where remote_url <> '' order by id limit 1")[0]
        let holding = try await stage.instance.connect()
        try await holding.execute("begin")
        try await holding.execute("select from media_attachments where id = \(Int64(id) ?? 0) for update")
        let first = try stage.start(["media", "remove", "--days", "7"])
        // It passes the row by; that entry is what the journal of the dead run will hold.
        #expect(await first.end().status == 0)
        let name = try await stage.texts(
            "select file_file_name from media_attachments where id = \(Int64(id) ?? 0)")[0]
        stage.leaveJournal("+ 1\nmediaFile \(id) 1 r image/jpeg  \(name)\n. 1\n")

        let second = try stage.start(["media", "remove", "--days", "7"])
        try await untilTrue("the next run waits for the row") { try await stage.waitingForLocks > 0 }
        try await holding.execute("update media_attachments set file_file_name = null where id = \(Int64(id) ?? 0)")
        try await holding.execute("commit")
        await holding.close()
        let run = await second.end()
        #expect(run.status == 0, "\(run.conversation)")
        let folder = try await stage.mediaFolders(where: "item.id = \(Int64(id) ?? 0)")
        #expect(try await stage.objects().keys.inFolders(folder).isEmpty)
        #expect(stage.journals.isEmpty)
    }

    private static let localRows: Statement = """
        select item::text from media_attachments as item where remote_url = '' order by id
        """
}
