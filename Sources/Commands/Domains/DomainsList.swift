import ArgumentParser
import Configuration
import Model
import Operations
import Presentation

extension DomainsCommand {
    /// `mastoctl domains list`: the other servers known here.
    struct List: ListingCommand {
        typealias Row = KnownDomain

        static let configuration = CommandConfiguration(
            abstract: "List the other servers known here.",
            discussion: """
                The servers of the view instances, which the server itself renews every hour, and those it does not \
                deliver to. Posts and media are what is here of theirs. A block is the domain's own or that of a \
                domain above it. Any order but accounts measures all servers before it tells the first.

                Examples:
                  mastoctl domains list --limit 20
                  mastoctl domains list --sort media --limit 10
                  mastoctl domains list --unavailable --format ids
                """)

        @Flag(help: "Only those a block applies to.")
        var blocked = false

        @Flag(help: "Only those nothing is delivered to.")
        var unavailable = false

        @Option(
            help: ArgumentHelp("The order, most first: accounts, media, posts or last-activity.", valueName: "key"))
        var sort = DomainOrder.accounts

        @Option(help: ArgumentHelp("List this many at most.", valueName: "n"))
        var limit: Int?

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if let limit, limit < 0 { throw ValidationError("--limit must be zero or more") }
        }

        func question(_ configuration: Configuration) -> DomainListing {
            DomainListing(isBlocked: blocked, isUnavailable: unavailable, order: sort, limit: limit)
        }
    }
}

extension DomainOrder: ExpressibleByArgument {}
