import ArgumentParser
import Configuration
import Model
import Operations

extension DomainBlocksCommand {
    /// `mastoctl domain-blocks import`: block the domains of a list.
    struct Import: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Block the domains of a list.",
            discussion: """
                How the list is written is told by how it begins: the server's own CSV, Oliphant's and FediBlockHole's \
                (with commas, semicolons or tabs), JSON (of the API, RapidBlock, Pleroma's and Akkoma's nodeinfo), \
                their simple policy as a configuration has it, or a domain a line. A star before a name is left off, \
                since a block covers what is below a domain; names hidden behind stars are left out and told. Nothing \
                is changed when a line cannot be understood, unless --skip-bad is given; each such line is told with \
                its number and what stands there. Blocks that exist stay as they are unless --overwrite is given. The \
                server's own domain, one above it and one like com or co.uk are left out and told, unless \
                --allow-domain names them.

                The server's worker deals with the accounts afterwards; its queue is filled to about --queue-limit and no further. \
                An import that was interrupted goes on where it was when it is run again.

                Lanes: jobs, api (slow: the server takes 300 calls in five minutes).

                Examples:
                  mastoctl domain-blocks import blocks.csv --dry-run
                  curl -s https://lists.example/tier0.csv | mastoctl domain-blocks import - --max-severity silence
                  mastoctl domain-blocks import names.txt --severity suspend --prefix "list of May" --skip-bad
                """)

        @Argument(help: "The list; - is standard input.", completion: .file())
        var file: String

        @Option(help: "The severity where the list gives none.")
        var severity = BlockSeverity.suspend

        @Option(help: "At most this severity, whatever the list says.")
        var maxSeverity = BlockSeverity.suspend

        @Flag(help: "Change blocks that differ from the list.")
        var overwrite = false

        @Option(help: ArgumentHelp("Put this before the private comments.", valueName: "text"))
        var prefix: String?

        @Flag(help: "Import what can be understood when something cannot.")
        var skipBad = false

        @OptionGroup var guarding: BlockGuardOptions

        @OptionGroup(title: "The server's work")
        var queue: BlockQueueOptions

        @OptionGroup(title: "Lanes")
        var lanes: LaneOptions

        @OptionGroup(title: "Moderation")
        var moderating: ModeratorOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) throws -> DomainBlockChanging<ImportedBlocks> {
            let options = ImportedBlocks.Options(
                standard: severity, maxSeverity: maxSeverity, overwrites: overwrite, prefix: prefix, skipsBad: skipBad,
                within: guarding.guardian(configuration))
            return DomainBlockChanging(
                try ImportedBlocks(path: file, options), name: "domain-blocks import", deed: "blocked",
                risk: .moderate, lane: try lanes.lane(of: [.jobs, .api], configuration),
                moderator: moderating.name(configuration), pace: queue.pace)
        }
    }
}
