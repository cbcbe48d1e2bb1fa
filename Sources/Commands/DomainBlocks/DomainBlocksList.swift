import ArgumentParser
import Configuration
import Model
import Operations
import Presentation

extension DomainBlocksCommand {
    /// `mastoctl domain-blocks list`: the blocks there are.
    struct List: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "List blocked domains.",
            discussion: """
                --where takes domain, severity, private-comment, public-comment, reject-media, reject-reports, \
                obfuscate, created and updated, by the rules of `accounts list --where`: terms separated by blanks must \
                all hold, of values separated by commas one is enough, - or not: before a term turns it round. A \
                comment is meant as a whole, with * for anything; ~ before a word or a quoted text looks for it \
                anywhere; none is no comment.

                Examples:
                  mastoctl domain-blocks list
                  mastoctl domain-blocks list --severity suspend --format ids
                  mastoctl domain-blocks list --match spam --format jsonl
                  mastoctl domain-blocks list --where 'private-comment:~"import 2026-11" created:<30d'
                """)

        @Option(help: "Only blocks of this severity; may be given more than once.")
        var severity: [BlockSeverity] = []

        @Option(help: ArgumentHelp("Only names that hold this.", valueName: "text"))
        var match: String?

        @OptionGroup var selection: BlockSelection

        @Option(help: ArgumentHelp("List at most this many.", valueName: "n"))
        var limit: Int?

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if let limit, limit < 0 { throw ValidationError("--limit must be zero or more") }
        }

        func question(_ configuration: Configuration) throws -> DomainBlockListing {
            DomainBlockListing(
                severities: severity, match: match?.lowercased(), query: try selection.condition() ?? .init(),
                limit: limit)
        }
    }
}
