import ArgumentParser
import Configuration
import Model
import Operations
import Presentation

extension DomainBlocksCommand {
    /// `mastoctl domain-blocks export`: the blocks as a list for others.
    struct Export: ListingCommand {
        typealias Row = BlockEntry

        static let configuration = CommandConfiguration(
            abstract: "Write the blocks as a list that other programs read.",
            discussion: """
                Dialects: mastodon (what the server's own page exports and imports), json, oliphant (for FediBlockHole \
                and its kin) and plain (a domain a line). Blocks that reject nothing are left out, as the server does; \
                private comments too. The list is written as it is read, however long it is. With --format the \
                blocks are rows.

                Examples:
                  mastoctl domain-blocks export > blocks.csv
                  mastoctl domain-blocks export --dialect json --private-comments
                  mastoctl domain-blocks export --dialect plain --all
                """)

        @Option(help: "How the list is written: mastodon, json, oliphant or plain.")
        var dialect = BlockListDialect.mastodon

        @Flag(help: "Write what only moderators see, too.")
        var privateComments = false

        @Flag(help: "Write blocks that reject nothing, too.")
        var all = false

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question(_ configuration: Configuration) -> DomainBlockExport {
            DomainBlockExport(includesIdle: all, tellsPrivateComments: privateComments)
        }

        func tell(_ rows: Asked.Answer, by present: Present<NoForms>) async throws {
            try await present.tell(rows, as: BlockListText(dialect, tellsPrivateComments: privateComments))
        }
    }
}
