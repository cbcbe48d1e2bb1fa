import ArgumentParser

/// `mastoctl search`.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Fill the search indexes, check them, repair them.",
        subcommands: [
            Deploy.self,
            Queue.self,
            Status.self,
            Verify.self,
        ])
}
