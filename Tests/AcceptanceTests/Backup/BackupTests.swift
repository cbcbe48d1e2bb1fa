import Glibc
import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt && BackupStage.areInstalled)) struct BackupTests {
    @Test func `a backup is made, listed, shown, looked at, compared and pruned`() async throws {
        let place = try await BackupStage.make()
        let stage = place.stage
        let without = try await stage.run("backup", "create")
        #expect(without.status == 78 && without.conversation.contains("backup init"), "\(without.conversation)")
        let founded = try await stage.run("backup", "init", "--repository", place.repository, "--format", "json")
        #expect(founded.status == 0 && !founded.answer.contains("\"password\""), "\(founded.conversation)")
        #expect(TextFile.mode("\(place.state)/backup.password") == 0o600)
        #expect(try await stage.run("backup", "init", "--repository", "/elsewhere").status == 1)

        let dry = try await stage.run("backup", "create", "--dry-run", "--format", "json")
        #expect(dry.status == 0, "\(dry.conversation)")
        #expect(try await stage.figure("changed", of: dry) == "5")
        #expect(try await stage.figure("details.media_bytes", of: dry) != nil)
        #expect(try await place.states() == [:])

        let first = try await place.create()
        let second = try await place.create("--parts", "database,secrets")
        #expect(try await place.states() == [first: "whole", second: "whole"])
        #expect(place.leaks() == [])

        let shown = try await stage.run("backup", "show", first, "--format", "json")
        let users = try await stage.number("select count(*) from users")
        #expect(try await stage.figure("manifest.database.rows.users", of: shown) == "\(users)")
        #expect(try await stage.figure("manifest.schema_version", of: shown) == MastodonRelease.v4_6.schemaVersion)
        #expect(try await stage.figure("manifest.secrets.fingerprints.SECRET_KEY_BASE", of: shown)?.count == 16)
        #expect(!shown.answer.contains(BackupStage.canary))

        let verified = try await stage.run("backup", "verify", "--read-data")
        #expect(verified.status == 0, "\(verified.conversation)\(verified.answer)")
        let difference = try await stage.run("backup", "diff", first, second)
        #expect(difference.status == 0 && !difference.answer.contains("users"), "\(difference.answer)")
        AnswerShape.check(try await stage.run("backup", "diff", first, second, "--format", "json").answer)

        let rule = [
            "backup", "prune", "--keep-last", "1", "--keep-daily", "0", "--keep-weekly", "0", "--keep-monthly", "0",
        ]
        let refused = try await stage.start(rule).end()
        #expect(refused.status == 64, "nobody can be asked")
        let pruned = try await stage.start(rule + ["--yes"]).end()
        #expect(pruned.status == 0, "\(pruned.conversation)")
        #expect(try await place.states() == [second: "whole"])
        #expect(try await stage.run("backup", "show", "nonsense").status == 66)
    }

    @Test func `a byte that has changed in the repository is found`() async throws {
        let place = try await BackupStage.ready()
        _ = try await place.create("--parts", "database,secrets")
        let packs = place.stage.files(below: "\(place.repository)/data").map { "\(place.repository)/data/\($0)" }
        let sized = packs.map { path -> (String, Int) in
            var status = stat()
            return stat(path, &status) == 0 ? (path, Int(status.st_size)) : (path, 0)
        }
        let (path, size) = try #require(sized.max { $0.1 < $1.1 })
        chmod(path, 0o600)
        let file = try #require(fopen(path, "r+"))
        fseek(file, size / 2, SEEK_SET)
        let byte = fgetc(file)
        fseek(file, size / 2, SEEK_SET)
        fputc(byte ^ 0x40, file)
        fclose(file)
        let verified = try await place.stage.run("backup", "verify", "--read-data")
        #expect(verified.status == 1, "\(verified.answer)")
    }

    @Test func `another password opens nothing and says so`() async throws {
        let place = try await BackupStage.ready()
        // The first one of all needs no folder for a dump.
        _ = try await place.create("--parts", "media")
        TextFile.write("another\n", to: "\(place.state)/backup.password")
        let listed = try await place.stage.run("backup", "list")
        #expect(listed.status == 77 && listed.conversation.contains("password"), "\(listed.conversation)")
    }

    @Test func `media that are not where they should be make no backup`() async throws {
        let place = try await BackupStage.ready()
        // restic itself would pass over a folder that is not there.
        let gone = place.stage.with(["PAPERCLIP_ROOT_PATH": "\(place.stage.instance.folder)/nowhere"])
        let run = try await gone.run("backup", "create")
        #expect(run.status == 66, "\(run.status) \(run.conversation)")
        #expect(try await place.states().values.allSatisfy { $0 == "unfinished" })
        let shown = try await place.stage.run("backup", "show", "latest")
        #expect(shown.status == 66)
    }
}
