import ArgumentParser

/// `mastoctl accounts`.
struct AccountsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accounts",
        abstract: "Find accounts, understand them, act on them.",
        subcommands: [
            Delete.self,
            Desensitize.self,
            Disable.self,
            Enable.self,
            List.self,
            Reject.self,
            RevokeSessions.self,
            Sensitize.self,
            Sessions.self,
            Show.self,
            Silence.self,
            Strikes.self,
            Suspend.self,
            Unsilence.self,
            Unsuspend.self,
        ])
}
