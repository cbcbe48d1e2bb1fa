import ArgumentParser
import Configuration
import Model
import Operations

extension DomainBlocksCommand {
    /// `mastoctl domain-blocks add`: block domains.
    struct Add: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Block domains.",
            discussion: """
                A block covers the domain and everything below it. Names are written as the server writes them: lower \
                case, punycode, without scheme and path. What is there of each domain is told first: accounts, posts, \
                media, and for a suspension who here loses how many follows.

                A domain that is blocked already is refused unless the block is the same, and so is one whose parent is \
                blocked at least as strictly; change a block with `domain-blocks update`. The server's worker then \
                silences or deletes the accounts, which may take hours for a large domain. The server's own domain, one \
                above it and one like com or co.uk are refused unless --allow-domain names them.

                Lanes: api, jobs. By api the server does not tell when its work is done.

                Examples:
                  mastoctl domain-blocks add spam.example --severity suspend --public-comment "spam"
                  mastoctl domain-blocks add a.example b.example --dry-run
                  mastoctl domain-blocks add media.example --severity noop --reject-media --yes --no-wait
                """)

        @Argument(help: "The domains.")
        var domains: [String]

        @Option(help: "What becomes of their accounts: suspend, silence or noop.")
        var severity = BlockSeverity.silence

        @Flag(help: "Keep no media of theirs.")
        var rejectMedia = false

        @Flag(help: "Ignore reports from there.")
        var rejectReports = false

        @Flag(help: "Show the name with stars in the public list.")
        var obfuscate = false

        @Option(help: ArgumentHelp("Why, for everybody.", valueName: "text"))
        var publicComment: String?

        @Option(help: ArgumentHelp("Why, for moderators.", valueName: "text"))
        var privateComment: String?

        @OptionGroup var guarding: BlockGuardOptions

        @OptionGroup(title: "The server's work")
        var work: BlockWorkOptions

        @OptionGroup(title: "Lanes")
        var lanes: LaneOptions

        @OptionGroup(title: "Moderation")
        var moderating: ModeratorOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) throws -> DomainBlockChanging<NamedBlocks> {
            let rule = BlockRule(
                severity: severity, rejectMedia: rejectMedia, rejectReports: rejectReports, obfuscate: obfuscate,
                publicComment: publicComment, privateComment: privateComment)
            return DomainBlockChanging(
                try NamedBlocks(domains, .add(rule, within: guarding.guardian(configuration))),
                name: "domain-blocks add", deed: "blocked",
                risk: severity == .suspend || rejectMedia ? .moderate : .mild,
                lane: try lanes.lane(of: [.api, .jobs], configuration), moderator: moderating.name(configuration),
                pace: work.pace
            )
        }
    }
}
