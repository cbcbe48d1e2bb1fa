import ArgumentParser
import Model
import Operations

extension RelaysCommand {
    /// `mastoctl relays add`: ask a relay.
    struct Add: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask a relay to exchange public posts.",
            discussion: """
                The address is that of the relay's inbox, such as https://relay.example.org/inbox. The server's \
                own worker asks it, and what failed to be delivered to it before does not count any more. The \
                server's log is told, on behalf of the first owner or of --as.

                Lanes: jobs.

                Examples:
                  mastoctl relays add https://relay.example.org/inbox
                """)

        @Argument(help: ArgumentHelp("The address of its inbox.", valueName: "url"))
        var url: String

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            guard url.hasPrefix("https://") || url.hasPrefix("http://"), url.utf8.count > 10, !url.contains(" ") else {
                throw ValidationError("a relay's inbox is an address such as https://relay.example.org/inbox")
            }
        }

        func change() throws -> RecordChange { RecordChange(RelayDeed(.add(url))) }
    }
}
