import ArgumentParser
import Configuration
import Operations

extension DomainsCommand {
    /// `mastoctl domains stop-delivery`: deliver nothing to some hosts.
    struct StopDelivery: OperationCommand {
        static let configuration = CommandConfiguration(
            commandName: "stop-delivery",
            abstract: "Stop delivering to hosts.",
            discussion: """
                What the button of the moderation pages does: a row in unavailable_domains, the server's cached list \
                of them dropped, a line in its own record on behalf of --as. Delivery begins again with \
                resume-delivery, or by itself when the other server is heard from. Hosts that are stopped already are \
                left as they are.

                Lanes: direct.

                Examples:
                  mastoctl domains stop-delivery dead.example
                  mastoctl domains stop-delivery a.example b.example --as moddy --dry-run
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
            return try DeliverySwitching(.stop, domains, moderator: moderating.name(configuration))
        }
    }
}
