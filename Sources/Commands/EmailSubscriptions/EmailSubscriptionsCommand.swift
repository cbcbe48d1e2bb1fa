import ArgumentParser

/// `mastoctl email-subscriptions`.
struct EmailSubscriptionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "email-subscriptions",
        abstract: "See and end subscriptions by e-mail.",
        subcommands: [
            List.self,
            Unsubscribe.self,
        ])
}
