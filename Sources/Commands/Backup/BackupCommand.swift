import ArgumentParser

/// `mastoctl backup`.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Make backups, prove that they restore, restore them.",
        subcommands: [
            Create.self,
            Diff.self,
            Handover.self,
            Init.self,
            List.self,
            Prune.self,
            Receive.self,
            Rehearse.self,
            Restore.self,
            Schedule.self,
            Show.self,
            Verify.self,
        ])
}
