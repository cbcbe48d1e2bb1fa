import ArgumentParser

/// `mastoctl accounts`.
struct AccountsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accounts",
        abstract: "Find accounts, understand them, act on them.",
        subcommands: [
            Delete.self,
            FixDuplicates.self,
            Follow.self,
            Merge.self,
            Migrate.self,
            Prune.self,
            Refresh.self,
            ResetRelationships.self,
            Unfollow.self,
        ])
}
