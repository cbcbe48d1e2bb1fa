import ArgumentParser
import Assembly
import Configuration
import Model
import Operations
import Presentation

extension DomainsCommand {
    /// `mastoctl domains show`: all there is to know of another server.
    struct Show: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show all there is to know of another server.",
            discussion: """
                Accounts, follows both ways, posts, media, the last post known of, failures of delivery, and the \
                block that applies, also that of a domain above it. The other server itself is only asked with \
                --fetch: what software it runs, by NodeInfo.

                A domain nothing here has ever heard of is status 66.

                Examples:
                  mastoctl domains show example.org
                  mastoctl domains show example.org --fetch --format json
                """)

        @Argument(help: "The domain.")
        var domain: String

        @Flag(help: "Ask the server itself what software it runs.")
        var fetch = false

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question(_ configuration: Configuration) throws -> DomainInquiry {
            try DomainInquiry(domain, asking: fetch ? configuration.remoteServers(concurrency: 1) : nil)
        }
    }
}
