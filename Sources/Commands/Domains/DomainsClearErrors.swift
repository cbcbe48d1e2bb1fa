import ArgumentParser
import Configuration
import Operations

extension DomainsCommand {
    /// `mastoctl domains clear-errors`: forget failures of delivery.
    struct ClearErrors: OperationCommand {
        static let configuration = CommandConfiguration(
            commandName: "clear-errors",
            abstract: "Forget failures of delivery to hosts.",
            discussion: """
                The server counts in Redis the days on which deliveries to a host failed, and stops after seven. This \
                forgets those days, as the button of the moderation pages does; a host that is stopped stays so \
                (see resume-delivery). Nothing is written into the server's own record.

                Lanes: direct.

                Examples:
                  mastoctl domains clear-errors shaky.example
                """)

        @Argument(help: "The domains.")
        var domains: [String]

        @OptionGroup(title: "Lanes")
        var lanes: LaneOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) throws -> DeliveryErrorsClearing {
            _ = try lanes.lane(of: [.direct], configuration)
            return try DeliveryErrorsClearing(domains)
        }
    }
}
