import ArgumentParser
import Configuration
import Operations

extension SearchCommand {
    /// `mastoctl search queue`: what the server has noted for indexing.
    struct Queue: CheckCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell how much waits to be indexed.",
            discussion: """
                The server notes the ids of changed rows in Redis and indexes them every minute. With --clear they are \
                thrown away; what they stood for is then missing in search until the next deployment or repair.

                Examples:
                  mastoctl search queue
                  mastoctl search queue --clear
                """)

        @Flag(help: "Throw the noted ids away.")
        var clear = false

        @OptionGroup(title: "Run options")
        var options: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        var mends: Bool { clear }

        func operation(_ configuration: Configuration) -> SearchQueueClearing { SearchQueueClearing() }
    }
}
