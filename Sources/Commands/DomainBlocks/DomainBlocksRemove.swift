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

                Lanes: api, direct, jobs (the same as direct: the server's worker has no part in it).

                Examples:
                  mastoctl domain-blocks remove mended.example
                  mastoctl domain-blocks remove a.example b.example --yes
                """)

        @Argument(help: "The domains.")
        var domains: [String]

        @OptionGroup(title: "Lanes")
        var lanes: LaneOptions

        @OptionGroup(title: "Moderation")
        var moderating: ModeratorOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) throws -> DomainBlockChanging<NamedBlocks> {
            DomainBlockChanging(
                try NamedBlocks(domains, .remove), name: "domain-blocks remove", deed: "unblocked", risk: .moderate,
                lane: try lanes.lane(of: [.api, .direct, .jobs], configuration),
                moderator: moderating.name(configuration))
        }
    }
}
