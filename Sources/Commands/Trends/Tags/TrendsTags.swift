import ArgumentParser

extension TrendsCommand {
    /// `mastoctl trends tags`.
    struct Tags: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "tags",
            abstract: "Decide which hashtags trend.",
            subcommands: [
                Approve.self,
                List.self,
                Reject.self,
            ])
    }
}
