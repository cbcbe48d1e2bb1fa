import ArgumentParser
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts enable`: let local users in again.
    struct Enable: AccountActionCommand {
        static let action = AccountAction.enable
        static let configuration = CommandConfiguration(
            abstract: "Let local users in again.",
            discussion: """
                The user can sign in and use apps again. What else was done to the account stays as it is.

                An account found by --from or --where to which this does not apply is left alone.

                Lanes: api, direct.

                Examples:
                  mastoctl accounts enable alice
                  mastoctl accounts enable alice bob --yes
                  mastoctl accounts enable --from list.txt --dry-run
                """)

        @OptionGroup
        var acting: AccountActionOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions
    }
}
