import ArgumentParser
import Configuration
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts role`: give users a role, or take it.
    struct Role: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give local users a role, or take it, as a moderator.",
            discussion: """
                As on the server's pages: the change is in its record of what moderators did, and a moderator's own \
                role bounds whom it reaches and what it gives. `accounts modify --role` knows no such bounds and leaves \
                no row in that record.

                Lanes: direct.

                Examples:
                  mastoctl accounts role alice bob Moderator
                  mastoctl accounts role alice none --as owner
                """)

        @Argument(help: ArgumentHelp("Accounts by handle, id or address, and the role's name at the end, or none."))
        var words: [String]

        @OptionGroup
        var moderating: ModeratorOptions

        @OptionGroup
        var lanes: LaneOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            guard words.count >= 2 else { throw ValidationError("give the accounts, and the role at the end") }
        }

        func operation(_ configuration: Configuration) throws -> RoleAssignment {
            _ = try lanes.lane(of: [.direct], configuration)
            let role = words[words.count - 1]
            return RoleAssignment(
                try AccountNames.read(words.dropLast()), role: role == "none" ? .none : .named(role),
                as: moderating.moderator)
        }
    }
}
