import ArgumentParser
import Configuration
import Operations
import Presentation

extension DomainAllowsCommand {
    /// `mastoctl domain-allows list`: the domains allowed.
    struct List: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "List allowed domains.",
            discussion: """
                Examples:
                  mastoctl domain-allows list
                  mastoctl domain-allows list --match example --format ids
                """)

        @Option(help: ArgumentHelp("Only names that hold this.", valueName: "text"))
        var match: String?

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question(_ configuration: Configuration) -> DomainAllowListing {
            DomainAllowListing(match: match?.lowercased())
        }
    }
}
