import Support
import Testing

/// The checks of backups, beside the others: nothing of the servers is changed for them.
@Suite(.enabled(if: TestServers.areInstalled && CheckStage.hasRestic)) struct BackupCheckTests {
    @Test func `a check of backups sees the fault it is for`() async throws {
        try await CheckStage.fillRepositories()
        try await CheckStage.shared().show(CheckFault.backupFaults, in: "faulty_backups", redis: 62)
    }
}
