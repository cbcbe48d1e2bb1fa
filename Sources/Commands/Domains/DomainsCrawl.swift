import ArgumentParser
import Assembly
import Configuration
import Model
import Operations
import Presentation

extension DomainsCommand {
    /// `mastoctl domains crawl`: ask servers for their peers and figures, and those for theirs.
    struct Crawl: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "Walk the network along the peers that servers name.",
            discussion: """
                Asks each server for /api/v1/instance, its peers and its activity, one request after the other, and \
                goes on to the peers. It begins at START, or at all servers known here. A server is asked once; an \
                answer may take 10 seconds and hold 8 MB; redirects are not followed, and no private address is \
                spoken to. Nothing is written.

                --format summary (the default) tells sums, domains every name that was asked, json all of it, jsonl a \
                line for each server that answered; -f is the same as --format here. The whole network takes hours: \
                --limit and --deadline end earlier and tell what is known by then.

                Examples:
                  mastoctl domains crawl mastodon.example --limit 1000
                  mastoctl domains crawl -x -f domains --deadline 30m
                """)

        @Argument(help: "The server to begin at.")
        var start: String?

        @Option(name: [.short, .long], help: ArgumentHelp("Servers asked at the same time.", valueName: "n"))
        var concurrency = 50

        @Flag(name: [.customShort("x"), .long], help: "Leave out suspended domains and those below them.")
        var excludeSuspended = false

        @Option(help: ArgumentHelp("Ask this many servers at most.", valueName: "n"))
        var limit = 100_000

        @Option(help: ArgumentHelp("Ask nobody after this long: 90s, 15m, 2h.", valueName: "duration"))
        var deadline: Duration?

        @OptionGroup(title: "Global options")
        var global: SharedOptions<DomainCrawlReport.Forms>

        func validate() throws {
            guard (1...200).contains(concurrency) else { throw ValidationError("--concurrency must be from 1 to 200") }
            guard limit >= 0 else { throw ValidationError("--limit must be zero or more") }
        }

        func question(_ configuration: Configuration) throws -> DomainCrawl {
            try DomainCrawl(
                from: start, excludesSuspended: excludeSuspended, concurrency: concurrency, limit: limit,
                deadline: deadline, asking: configuration.remoteServers(concurrency: concurrency))
        }
    }
}
