import ArgumentParser
import Configuration
import Operations

extension AccountsCommand {
    /// `mastoctl accounts memorialize`: make memorials of accounts.
    struct Memorialize: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make memorials of local accounts.",
            discussion: """
                Nobody can sign in to a memorial any more, and its profile tells that its owner has died. Neither the \
                server's pages nor this program can take that back. The change is in the server's record of what \
                moderators did.

                Lanes: direct.

                Examples:
                  mastoctl accounts memorialize alice
                """)

        @Argument(help: ArgumentHelp("Local accounts, by handle, id or address.", valueName: "handle"))
        var handles: [String]

        @OptionGroup
        var moderating: ModeratorOptions

        @OptionGroup
        var lanes: LaneOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) throws -> Memorialization {
            _ = try lanes.lane(of: [.direct], configuration)
            return Memorialization(try AccountNames.read(handles), as: moderating.moderator)
        }
    }
}
