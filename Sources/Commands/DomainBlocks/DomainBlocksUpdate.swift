import ArgumentParser
import Configuration
import Model
import Operations

extension DomainBlocksCommand {
    /// `mastoctl domain-blocks update`: change blocks.
    struct Update: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change blocks.",
            discussion: """
                What is not named stays as it is. A milder severity lifts what the block had done to accounts; data of \
                suspended ones that was deleted does not come back. An empty comment removes one. When the block is as \
                asked for already, it is logged and carried out once more, as on the server's own page.

                Lanes: api, jobs, direct (comments and stars only). By api the server does not tell when its work is done.

                Examples:
                  mastoctl domain-blocks update spam.example --severity suspend
                  mastoctl domain-blocks update spam.example --no-reject-media --private-comment "see ticket 12"
                """)

        @Argument(help: "The domains.")
        var domains: [String]

        @Option(help: "What becomes of their accounts: suspend, silence or noop.")
        var severity: BlockSeverity?

        @Flag(inversion: .prefixedNo, help: "Keep no media of theirs.")
        var rejectMedia: Bool?

        @Flag(inversion: .prefixedNo, help: "Ignore reports from there.")
        var rejectReports: Bool?

        @Flag(inversion: .prefixedNo, help: "Show the name with stars in the public list.")
        var obfuscate: Bool?

        @Option(help: ArgumentHelp("Why, for everybody.", valueName: "text"))
        var publicComment: String?

        @Option(help: ArgumentHelp("Why, for moderators.", valueName: "text"))
        var privateComment: String?

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

        private var amendment: BlockAmendment {
            BlockAmendment(
                severity: severity, rejectMedia: rejectMedia, rejectReports: rejectReports, obfuscate: obfuscate,
                publicComment: publicComment, privateComment: privateComment)
        }

        func validate() throws {
            if amendment.isEmpty { throw ValidationError("say what to change, such as --severity") }
        }

        func operation(_ configuration: Configuration) throws -> DomainBlockChanging<NamedBlocks> {
            DomainBlockChanging(
                try NamedBlocks(domains, .amend(amendment)), name: "domain-blocks update", deed: "changed",
                risk: severity == .suspend || rejectMedia == true ? .moderate : .mild,
                lane: try lanes.lane(
                    of: amendment.isOnlyWords ? [.api, .jobs, .direct] : [.api, .jobs], configuration),
                moderator: moderating.name(configuration), pace: work.pace)
        }
    }
}
