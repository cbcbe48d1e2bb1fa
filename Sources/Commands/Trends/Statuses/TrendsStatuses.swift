import ArgumentParser

extension TrendsCommand {
    /// `mastoctl trends statuses`.
    struct Statuses: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "statuses",
            abstract: "Decide which posts trend.",
            subcommands: [
                Approve.self,
                List.self,
                Reject.self,
            ])
    }
}
