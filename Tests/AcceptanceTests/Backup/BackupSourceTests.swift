import Model
import Postgres
import Sandbox
import Support
import Testing

/// Where a backup takes an instance from, when that is not one database with its media beside.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt && BackupStage.areInstalled)) struct BackupSourceTests {
    private func proof(_ place: BackupStage, _ stage: Stage) async throws {
        let rehearsed = try await stage.run("backup", "rehearse", "latest", "--format", "json")
        #expect(rehearsed.status == 0, "\(rehearsed.conversation)\(rehearsed.answer)")
        #expect(place.leaks() == [])
    }

    @Test func `no snapshot is held through a pooler, which is told, and a backup goes past it`() async throws {
        let place = try await BackupStage.ready()
        let database = place.stage.instance.database
        guard let pooler = try await Pooler.start(before: Int(database.port ?? "") ?? 5432) else { return }
        let pooled = BackupStage(stage: place.stage.with(["DB_PORT": "\(pooler.port)"]))
        let refused = try await pooled.stage.run("backup", "create")
        #expect(refused.status == 78 && refused.conversation.contains("pooler"), "\(refused.conversation)")
        #expect(refused.conversation.contains("backup.database_url"), "\(refused.conversation)")
        try await pooled.expectNone()
        let user = database.user ?? ""
        pooled.configure(
            "database_url = \"postgresql://\(user)@127.0.0.1:\(database.port ?? "")/\(database.database ?? "")\"")
        _ = try await pooled.create()
        try await proof(pooled, pooled.stage)
        await pooler.stop()
    }

    @Test(.enabled(if: ArchivingServer.isInstalled))
    func `a replica is dumped, and the primary while there is none`() async throws {
        let ready = try await BackupStage.ready()
        let primary = try await ArchivingServer.make()
        try await primary.take(ready.stage.instance.database)
        let standby = try await Standby.start(behind: primary.postgres)
        let place = BackupStage(
            stage: ready.stage.with([
                "DB_PORT": "\(primary.port)", "REPLICA_DB_HOST": "127.0.0.1",
                "REPLICA_DB_PORT": "\(standby.postgres.port)",
            ]))
        let stage = place.stage
        try await primary.execute(
            "update users set email = 'since@example.org' where id = (select min(id) from users)",
            in: stage.instance.database.database ?? "")
        let id = try await place.create()
        let shown = try await stage.run("backup", "show", id, "--format", "json")
        #expect(try await stage.figure("manifest.database.is_replica", of: shown) == "true", "\(shown.answer)")
        try await proof(place, stage)
        await standby.stop()
        let next = try await place.create("--parts", "database")
        let alone = try await stage.run("backup", "show", next, "--format", "json")
        #expect(try await stage.figure("manifest.database.is_replica", of: alone) == "false", "\(alone.answer)")
        await primary.stop()
    }

    @Test func `what an old server stored beside its own files is left out, and its rows do not count as lost`()
        async throws
    {
        let place = try await BackupStage.ready()
        let stage = place.stage
        let objects = try await stage.snapshot().objects
        let cached = objects.keys.filter { $0.hasPrefix("cache/media_attachments/") }.sorted()
        #expect(!cached.isEmpty)
        try await stage.execute(
            """
            update media_attachments
            set file_storage_schema_version = null, thumbnail_storage_schema_version = null
            """)
        for key in cached { try await stage.move(key, to: String(key.dropFirst("cache/".utf8.count))) }
        _ = try await place.create()
        try await proof(place, stage)
        let folder = "\(stage.instance.folder)/back"
        let fresh = stage.with(["PAPERCLIP_ROOT_PATH": folder])
        let restored = try await fresh.run(
            "backup", "restore", "latest", "--parts", "media", "--replace", "sandbox.example", "--yes")
        #expect(restored.status == 0, "\(restored.conversation)")
        let files = Set(stage.files(below: folder))
        let remote = Set(
            try await stage.texts(
                """
                select id::text from media_attachments
                where remote_url <> '' and (file_file_name <> '' or thumbnail_file_name <> '')
                """))
        #expect(files.filter { attachment($0).map(remote.contains) == true } == [])
        let lost = Set(objects.keys.filter { !$0.hasPrefix("cache/") }).subtracting(files)
        #expect(lost.compactMap(attachment).filter { !remote.contains($0) } == [])
        #expect(Set(files.compactMap(attachment)).count > 3)
    }

    /// The attachment whose file it is, told by its path; some that are there are nobody's.
    private func attachment(_ key: String) -> String? {
        let parts = key.split(separator: "/").dropFirst(2).prefix { $0.count == 3 && $0.allSatisfy(\.isNumber) }
        guard key.hasPrefix("media_attachments/"), parts.count >= 3 else { return nil }
        let digits = parts.map { String($0) }.joined(separator: "")
        return Int64(digits).map { "\($0)" }
    }
}
