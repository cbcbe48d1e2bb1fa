import ArgumentParser

/// `mastoctl domains`.
struct DomainsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "domains",
        abstract: "Know other servers, switch delivery, purge them.",
        subcommands: [
            ClearErrors.self,
            Crawl.self,
            List.self,
            Purge.self,
            ResumeDelivery.self,
            Show.self,
            StopDelivery.self,
        ])
}
