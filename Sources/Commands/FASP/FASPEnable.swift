import ArgumentParser
import Assembly
import Configuration
import Operations

extension FASPCommand {
    /// `mastoctl fasp enable`: switch on what a provider can do.
    struct Enable: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Use what a provider offers.",
            discussion: """
                What the server's page does, for the capabilities named alone: the server asks it for, in requests \
                signed with its key for the provider, and then notes what is switched on. Those that are on already are \
                left alone.

                Lanes: direct; the provider is asked from here.

                Examples:
                  mastoctl fasp enable 3 account_search
                  mastoctl fasp enable 3 trends follow_recommendation --dry-run
                """)

        @Argument(help: ArgumentHelp("As `fasp list` tells it.", valueName: "id"))
        var id: Int64

        @Argument(help: ArgumentHelp("As `fasp list` tells them.", valueName: "capability"))
        var capabilities: [String]

        @OptionGroup(title: "Lanes")
        var lanes: LaneOptions

        @OptionGroup(title: "Moderation")
        var moderating: ModeratorOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) throws -> ProviderChange {
            _ = try lanes.lane(of: [.direct], configuration)
            return ProviderChange(
                .enable(capabilities), [id], on: moderating.name(configuration), by: try configuration.providerLink())
        }
    }
}
