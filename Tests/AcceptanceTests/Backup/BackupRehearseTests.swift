import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt && BackupStage.areInstalled)) struct BackupRehearseTests
{
    @Test(arguments: [MastodonRelease.v4_3, .v4_4, .v4_5, .v4_6, .v4_7])
    func `a backup is proven, and the list knows it`(release: MastodonRelease) async throws {
        let place = try await BackupStage.ready(release)
        let id = try await place.create()
        let before = try await place.stage.snapshot()
        let run = try await place.stage.run("backup", "rehearse", "latest", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)\(run.answer)")
        #expect(try await place.stage.figure("changed", of: run) == "8")
        #expect(try await place.stage.figure("facts.backup_id", of: run) == id)
        #expect(try await place.stage.figure("facts.restore_seconds", of: run) != nil)
        #expect(try await place.stage.snapshot().changedTables(from: before) == [])
        let listed = try await place.stage.run("backup", "list", "--format", "json")
        #expect(try await place.stage.figure("backups.0.passed", of: listed) == "true")
        #expect(place.leaks() == [])
    }

    @Test func `keys that do not open the data, and rows that are not there, do not pass`() async throws {
        let place = try await BackupStage.ready()
        let other = place.stage.with(["ACTIVE_RECORD_ENCRYPTION_PRIMARY_KEY": "anotheranotheranotheranotheranot"])
        let made = try await other.run("backup", "create", "--parts", "database,secrets")
        #expect(made.status == 0, "\(made.conversation)")
        let run = try await other.run("backup", "rehearse")
        #expect(run.status == 1, "\(run.conversation)")
        #expect(run.answer.contains("the encryption keys open 0 of 1 values of users.otp_secret"), "\(run.answer)")
        let listed = try await other.run("backup", "list", "--format", "json")
        #expect(try await other.figure("backups.0.passed", of: listed) == "false")
    }
}
