import ArgumentParser
import Configuration
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts role`: give users a role, or take it.
    struct Role: PlannableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give local users a role, or take it, as a moderator.",
            discussion: """
                As on the server's pages: the change is in its record of what moderators did, and a moderator's own \
                role bounds whom it reaches and what it gives. Who has the role already is left alone. `accounts modify \
                --role` knows no such bounds and leaves no row in that record.

                Lanes: direct.

                Examples:
                  mastoctl accounts role alice bob Moderator
                  mastoctl accounts role alice none --as owner
                  mastoctl accounts role none --where role:Moderator --plan-out plan.json
                """)

        @Argument(
            help: ArgumentHelp(
                "Accounts (alice, id:123), and at the end the role's name, or none.", valueName: "account-or-role"))
        var words: [String]

        @OptionGroup(title: "Accounts")
        var others: OtherAccounts

        @OptionGroup
        var way: ModerationWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        var planning: PlanOptions { way.planning }

        func validate() throws {
            guard words.count > (others.areGiven ? 0 : 1) else {
                throw ValidationError("give the accounts, or --from or --where, and the role at the end")
            }
            try OtherAccounts.require(words.dropLast())
        }

        func operation(_ configuration: Configuration) throws -> AccountModeration {
            try way.moderation(
                .role, of: others.chosen(beside: words.dropLast()), role: .init(word: words[words.count - 1]),
                configuration)
        }
    }
}
