import ArgumentParser

/// `mastoctl trends`.
struct TrendsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trends",
        abstract: "Decide what trends.",
        subcommands: [
            Links.self,
            Statuses.self,
            Tags.self,
        ])
}
