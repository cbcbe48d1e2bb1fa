import ArgumentParser
import Configuration
import Operations
import Presentation

extension CanonicalEmailBlocksCommand {
    /// `mastoctl canonical-email-blocks list`: list the blocked addresses' hashes.
    struct List: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the hashes of blocked e-mail addresses.",
            discussion: """
                The server keeps no addresses, only hashes, and the account whose suspension blocked its address.

                Examples:
                  mastoctl canonical-email-blocks list
                  mastoctl canonical-email-blocks list --format ids > hashes.txt
                """)

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question(_ configuration: Configuration) -> CanonicalEmailListing { CanonicalEmailListing() }
    }
}
