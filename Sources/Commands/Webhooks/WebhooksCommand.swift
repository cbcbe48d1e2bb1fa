import ArgumentParser

/// `mastoctl webhooks`.
struct WebhooksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "webhooks",
        abstract: "Tell other programs what happens here.",
        subcommands: [
            Add.self,
            Disable.self,
            Enable.self,
            List.self,
            Remove.self,
            RotateSecret.self,
        ])
}
