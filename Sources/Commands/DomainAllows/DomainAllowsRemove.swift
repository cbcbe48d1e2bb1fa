import ArgumentParser
import Configuration
import Operations

extension DomainAllowsCommand {
    /// `mastoctl domain-allows remove`: allow domains no more.
    struct Remove: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Allow domains no more.",
            discussion: """
                In limited federation mode the domain's accounts are suspended at once, and the server's worker deletes \
                them with all they hold. Otherwise only the allowance goes.

                Lanes: api, jobs, and direct where federation is not limited.

                Examples:
                  mastoctl domain-allows remove former.example
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

        func operation(_ configuration: Configuration) throws -> DomainUnallowing {
            let isLimited = configuration.identity.limitedFederation
            return try DomainUnallowing(
                domains, limitsFederation: isLimited, moderator: moderating.name(configuration),
                lane: lanes.lane(of: isLimited ? [.api, .jobs] : [.api, .jobs, .direct], configuration))
        }
    }
}
