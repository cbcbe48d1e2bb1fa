import ArgumentParser
import Assembly
import Configuration
import Operations

extension FASPCommand {
    /// `mastoctl fasp confirm`: believe providers that have registered here.
    struct Confirm: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Confirm providers that have registered here.",
            discussion: """
                What the server's page does: the provider is asked what it can do, in a request signed with the server's \
                key for it, its answer has to be signed with the key it gave, and both is kept. Compare the fingerprint \
                of that key with the one the provider shows, or give it with --fingerprint. Nothing is shared before \
                something is switched on with `fasp enable`. One that is confirmed is left alone.

                Lanes: direct; the provider is asked from here.

                Examples:
                  mastoctl fasp confirm 3
                  mastoctl fasp confirm 3 --fingerprint fd6SMHX7bUCRnBmNSC4AzkdpLbl0kFhoy06SLUElXB8= --yes
                """)

        @Argument(help: ArgumentHelp("As `fasp list` tells them.", valueName: "id"))
        var ids: [Int64]

        @Option(help: ArgumentHelp("Only a provider whose key has this one.", valueName: "text"))
        var fingerprint: String?

        @OptionGroup(title: "Lanes")
        var lanes: LaneOptions

        @OptionGroup(title: "Moderation")
        var moderating: ModeratorOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if fingerprint != nil, ids.count > 1 { throw ValidationError("--fingerprint is one provider's") }
        }

        func operation(_ configuration: Configuration) throws -> ProviderChange {
            _ = try lanes.lane(of: [.direct], configuration)
            return ProviderChange(
                .confirm(fingerprint: fingerprint), ids, on: moderating.name(configuration),
                by: try configuration.providerLink())
        }
    }
}
