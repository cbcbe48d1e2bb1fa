import ArgumentParser
import Configuration
import Operations

extension DomainsCommand {
    /// `mastoctl domains resume-delivery`: deliver to hosts again.
    struct ResumeDelivery: OperationCommand {
        static let configuration = CommandConfiguration(
            commandName: "resume-delivery",
            abstract: "Deliver again to hosts that were stopped.",
            discussion: """
                What the button of the moderation pages does: the row of unavailable_domains goes, the failures \
                counted in Redis and the server's cached list are dropped, and its own record gets a line on behalf \
                of --as. Hosts that are not stopped are left as they are; clear-errors forgets their failures.

                Lanes: direct.

                Examples:
                  mastoctl domains resume-delivery back.example
                  mastoctl domains list --unavailable --format ids | xargs mastoctl domains resume-delivery
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

        func operation(_ configuration: Configuration) throws -> DeliverySwitching {
            _ = try lanes.lane(of: [.direct], configuration)
            return try DeliverySwitching(.resume, domains, moderator: moderating.name(configuration))
        }
    }
}
