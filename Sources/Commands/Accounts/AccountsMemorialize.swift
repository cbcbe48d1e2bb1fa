import ArgumentParser
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts memorialize`: make memorials of accounts.
    struct Memorialize: AccountActionCommand {
        static let action = AccountAction.memorialize
        static let configuration = CommandConfiguration(
            abstract: "Make memorials of local accounts.",
            discussion: """
                Nobody can sign in to a memorial any more, and its profile tells that its owner has died. Neither the \
                server's pages nor this program can take that back. The change is in the server's record of what \
                moderators did. An account that is a memorial already is left alone.

                Lanes: direct.

                Examples:
                  mastoctl accounts memorialize alice
                  mastoctl accounts memorialize --from departed.txt --plan-out plan.json
                """)

        @OptionGroup
        var acting: AccountActionOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions
    }
}
