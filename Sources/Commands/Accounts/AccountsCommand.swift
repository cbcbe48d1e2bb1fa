import ArgumentParser

/// `mastoctl accounts`.
struct AccountsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accounts",
        abstract: "Find accounts, understand them, act on them.",
        subcommands: [
            Desensitize.self,
            Disable.self,
            Enable.self,
            Sensitize.self,
            Silence.self,
            Suspend.self,
            Unsilence.self,
            Unsuspend.self,
        ])
}
