import ArgumentParser

/// `mastoctl fasp`.
struct FASPCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fasp",
        abstract: "See the services that help to find people.",
        subcommands: [
            List.self
        ])
}
