import Support
import Testing

/// The checks of backups, beside the others: nothing of the servers is changed for them. Not in a short round: restic
/// works half a second for each question, to make its key.
@Suite(.enabled(if: TestServers.areInstalled && CheckStage.hasRestic && Rounds.percent >= 10)) struct BackupCheckTests {
    @Test func `a check of backups sees the fault it is for`() async throws {
        try await CheckStage.makeSoundRepository()
        try await CheckStage.shared().makeFaultyRepositories()
        try await CheckStage.shared().show(CheckFault.backupFaults, in: "faulty_backups", redis: 62)
    }
}
