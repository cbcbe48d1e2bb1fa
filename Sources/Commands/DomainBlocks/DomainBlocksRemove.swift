import ArgumentParser
import Configuration
import Model
import Operations

extension DomainBlocksCommand {
    /// `mastoctl domain-blocks remove`: unblock domains.
    struct Remove: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Unblock domains.",
            discussion: """
                Accounts that the block itself had silenced or suspended are so no longer; those a moderator acted on \
                stay as they are. What a suspension deleted does not come back.

                The domains are those named, those of a list (any that `domain-blocks import` reads), and those whose \
                blocks --where means; see `domain-blocks list` for its words. What a list names and is not blocked is \
                told and no error.

                Lanes: api, direct, jobs (the same as direct: the server's worker has no part in it).

                Examples:
                  mastoctl domain-blocks remove mended.example
                  mastoctl domain-blocks remove a.example b.example --yes
                  mastoctl domain-blocks remove --from blocks-of-may.csv --dry-run
                  mastoctl domain-blocks remove --where 'private-comment:~"import 2026-11"'
                """)

        @Argument(help: "The domains.")
        var domains: [String] = []

        @Option(
            help: ArgumentHelp("Also those of this list; - is standard input.", valueName: "file"),
            completion: .file())
        var from: String?

        @OptionGroup var selection: BlockSelection

        @Flag(help: "Go on without what cannot be read in the list.")
        var skipBad = false

        @OptionGroup(title: "Lanes")
        var lanes: LaneOptions

        @OptionGroup(title: "Moderation")
        var moderating: ModeratorOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if domains.isEmpty, from == nil, selection.query == nil {
                throw ValidationError("name at least one domain, or give --from or --where")
            }
            if skipBad, from == nil { throw ValidationError("--skip-bad goes with --from") }
        }

        func operation(_ configuration: Configuration) throws -> DomainBlockChanging<UnwantedBlocks> {
            DomainBlockChanging(
                try UnwantedBlocks(domains, list: from, skipsBad: skipBad, where: try selection.condition()),
                name: "domain-blocks remove", deed: "unblocked", risk: .moderate,
                lane: try lanes.lane(of: [.api, .direct, .jobs], configuration),
                moderator: moderating.name(configuration))
        }
    }
}
