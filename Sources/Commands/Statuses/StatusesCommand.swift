import ArgumentParser

/// `mastoctl statuses`.
struct StatusesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statuses",
        abstract: "Find posts, and act on them.",
        subcommands: [
            Authors.self,
            Delete.self,
            List.self,
            Remove.self,
            Report.self,
            Sensitize.self,
            Show.self,
            Similar.self,
            Unreport.self,
        ])
}
