import ArgumentParser

extension TrendsCommand {
    /// `mastoctl trends links`.
    struct Links: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "links",
            abstract: "Decide which links trend.",
            subcommands: [
                Approve.self,
                List.self,
                Reject.self,
            ])
    }
}
