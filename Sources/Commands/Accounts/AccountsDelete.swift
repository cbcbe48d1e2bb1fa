import ArgumentParser
import Configuration
import Operations

extension AccountsCommand {
    /// `mastoctl accounts delete`: delete accounts of this server for good.
    struct Delete: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Delete accounts of this server for good.",
            discussion: """
                Deletes the user, the posts and their files, follows in both directions and all that belongs to the \
                account. The row of the account stays, suspended and blank, so that nobody takes its name; the e-mail \
                address is free again. Other servers are told by jobs of the server's own, signed with the account's \
                key. Posts in open reports stay for the moderators. Somebody who never confirmed an address, or was \
                never approved, goes without a trace and without a word.

                Lanes: direct, jobs, api. By jobs the account is suspended and the server's own worker deletes it; by api \
                it must be suspended already, and its address stays blocked.

                Examples:
                  mastoctl accounts delete alice
                  mastoctl accounts delete alice bob --dry-run
                  mastoctl accounts delete --email alice@example.org --yes
                  mastoctl accounts delete alice --via jobs --no-wait
                """)

        @Argument(help: ArgumentHelp("Local names.", valueName: "username"))
        var usernames: [String] = []

        @Option(help: ArgumentHelp("The account of the user with this e-mail address.", valueName: "address"))
        var email: String?

        @Flag(inversion: .prefixedNo, help: "By jobs: wait until they have ended.")
        var wait = true

        @OptionGroup(title: "Lane options")
        var lanes: LaneOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if email != nil, !usernames.isEmpty { throw ValidationError("give a name or --email, not both") }
            if email == nil, usernames.isEmpty { throw ValidationError("say whom: a name, or --email") }
        }

        func operation(_ configuration: Configuration) throws -> UserDeletion {
            UserDeletion(
                email.map { .email($0) } ?? .names(usernames),
                lane: try lanes.lane(of: [.direct, .jobs, .api], configuration), waits: wait)
        }
    }
}
