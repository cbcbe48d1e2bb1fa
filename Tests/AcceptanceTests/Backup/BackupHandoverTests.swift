import Glibc
import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt && BackupStage.areInstalled)) struct BackupHandoverTests
{
    private func handOver(_ place: BackupStage) async throws -> String {
        let folder = "\(place.stage.instance.folder)/handover"
        let run = try await place.stage.run("backup", "handover", folder, "--format", "json")
        #expect(run.status == 0, "\(run.conversation)\(run.answer)")
        #expect(run.conversation.contains("is a symbolic link: media_attachments/files/666/555/444/original/link.png"))
        #expect(try await place.stage.figure("changed", of: run) == "4")
        return folder
    }

    @Test(arguments: [MastodonRelease.v4_3, .v4_7])
    func `a server is handed over and received`(release: MastodonRelease) async throws {
        let place = try await BackupStage.make(release)
        let stage = place.stage
        let before = try await stage.snapshot()
        let folder = try await handOver(place)
        #expect(try await stage.snapshot().changedTables(from: before) == [])
        let listed = try await Program([:], at: "/usr/bin/env").run(["pg_restore", "--list", "\(folder)/database"])
        #expect(listed.status == 0 && listed.output.contains("TABLE DATA public statuses"), "\(listed.errors)")
        let along = TextFile.read("\(folder)/take-along.env") ?? ""
        #expect(along.contains("SECRET_KEY_BASE='\(BackupStage.canary)'") && !along.contains("DB_NAME"))
        let anew = TextFile.read("\(folder)/set-anew.txt") ?? ""
        #expect(anew.contains("DB_NAME=\n") && !anew.contains(stage.instance.database.database ?? "?"))
        #expect(TextFile.read("\(folder)/README.md")?.contains("| Mastodon | \(release.rawValue), schema") == true)
        #expect(TextFile.mode("\(folder)/take-along.env") == 0o600)
        let again = try await stage.run("backup", "handover", folder)
        #expect(again.status == 1 && again.conversation.contains("is not empty"), "\(again.conversation)")

        let keys = (TextFile.read("\(folder)/media-keys.tsv") ?? "").split(separator: "\n")
        let key = try #require(keys.first?.split(separator: "\t").first.map(String.init))
        stage.remove(key)
        try await stage.execute("delete from media_attachments")
        let words = ["backup", "receive", folder, "--yes"]
        #expect(try await stage.start(words).end().status == 1, "it is not empty")
        let run = try await stage.start(words + ["--replace", "sandbox.example"]).end()
        #expect(run.status == 0, "\(run.conversation)\(run.answer)")
        let after = try await stage.snapshot()
        #expect(after.changedTables(from: before) == [])
        #expect(after.lost(since: before) == [] && after.gained(since: before) == [])
        try await place.dropAside()
    }

    @Test func `what is not as it was handed over is refused before anything is changed`() async throws {
        let place = try await BackupStage.make()
        let stage = place.stage
        let folder = try await handOver(place)
        let before = try await stage.snapshot()
        let words = ["backup", "receive", folder, "--replace", "sandbox.example", "--yes"]

        let along = TextFile.read("\(folder)/take-along.env") ?? ""
        let other = along.replacing(BackupStage.primaryKey, with: "anotheranotheranotheranotheranot")
        TextFile.write(other, to: "\(folder)/take-along.env")
        let strange = try await stage.start(words).end()
        #expect(strange.status == 65, "\(strange.conversation)")
        #expect(strange.conversation.contains("the secrets are not those of the database"), "\(strange.conversation)")
        TextFile.write(along, to: "\(folder)/take-along.env")

        let keys = (TextFile.read("\(folder)/media-keys.tsv") ?? "").split(separator: "\n")
        let key = try #require(keys.first?.split(separator: "\t").first)
        rename("\(folder)/media/\(key)", "\(folder)/kept")
        let missing = try await stage.start(words + ["--dry-run"]).end()
        #expect(missing.status == 65 && missing.conversation.contains("\(key) is missing"), "\(missing.conversation)")
        rename("\(folder)/kept", "\(folder)/media/\(key)")

        let file = try #require(fopen("\(folder)/database/toc.dat", "a"))
        fputs("x", file)
        fclose(file)
        let damaged = try await stage.start(words).end()
        #expect(damaged.status == 65 && damaged.conversation.contains("toc.dat"), "\(damaged.conversation)")
        unlink("\(folder)/handover.json")
        #expect(try await stage.start(words).end().status == 65)
        #expect(try await stage.snapshot().changedTables(from: before) == [])
    }
}
