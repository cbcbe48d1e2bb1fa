import ArgumentParser
import Configuration
import Operations
import Presentation

extension DomainBlocksCommand {
    /// `mastoctl domain-blocks show`: one domain.
    struct Show: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what applies to a domain and what blocking it does or would do.",
            discussion: """
                Tells the block that applies, which may be a parent's, blocks below the domain, what there is of it \
                here, and who would lose follows to a suspension.

                Examples:
                  mastoctl domain-blocks show spam.example
                  mastoctl domain-blocks show sub.spam.example --format json
                """)

        @Argument(help: "The domain.")
        var domain: String

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question(_ configuration: Configuration) throws -> DomainBlockInquiry { try DomainBlockInquiry(domain) }
    }
}
