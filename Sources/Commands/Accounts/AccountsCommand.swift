import ArgumentParser

/// `mastoctl accounts`.
struct AccountsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accounts",
        abstract: "Find accounts, understand them, act on them.",
        subcommands: [
            Approve.self,
            Backup.self,
            Create.self,
            Delete.self,
            Memorialize.self,
            Modify.self,
            Role.self,
            Rotate.self,
        ])
}
