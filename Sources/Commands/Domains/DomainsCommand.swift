import ArgumentParser

/// `mastoctl domains`.
struct DomainsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "domains",
        abstract: "Other servers: what is known of them, delivery to them, their removal.",
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
