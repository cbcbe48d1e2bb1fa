import ArgumentParser

/// `mastoctl accounts`.
struct AccountsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accounts",
        abstract: "Find accounts, understand them, act on them.",
        subcommands: [
            Delete.self,
            List.self,
            Show.self,
        ])
}
