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
            Cull.self,
            Delete.self,
            Desensitize.self,
            Disable.self,
            Enable.self,
            FixDuplicates.self,
            Follow.self,
            List.self,
            Memorialize.self,
            Merge.self,
            Migrate.self,
            Modify.self,
            Prune.self,
            Refresh.self,
            Reject.self,
            ResetRelationships.self,
            RevokeSessions.self,
            Role.self,
            Rotate.self,
            Sensitize.self,
            Sessions.self,
            Show.self,
            Silence.self,
            Strikes.self,
            Suspend.self,
            Unfollow.self,
            Unsilence.self,
            Unsuspend.self,
        ])
}
