import ArgumentParser
import Configuration
import Model
import Operations
import Stores

extension DomainBlocksCommand {
    /// `mastoctl domain-blocks list`: the blocks there are.
    struct List: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "List blocked domains.",
            discussion: """
                Examples:
                  mastoctl domain-blocks list
                  mastoctl domain-blocks list --severity suspend --format ids
                  mastoctl domain-blocks list --match spam --format jsonl
                """)

        @Option(help: "Only blocks of this severity; may be given more than once.")
        var severity: [BlockSeverity] = []

        @Option(help: ArgumentHelp("Only names that hold this.", valueName: "text"))
        var match: String?

        @Option(help: ArgumentHelp("List at most this many.", valueName: "n"))
        var limit: Int?

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if let limit, limit < 0 { throw ValidationError("--limit must be zero or more") }
        }

        func answer(from site: Site<ReadOnly>, _ configuration: Configuration) async throws -> DomainBlockListing {
            try await .reading(
                DomainBlockFilter(severities: severity, match: match?.lowercased()), limit: limit, at: site)
        }
    }
}
