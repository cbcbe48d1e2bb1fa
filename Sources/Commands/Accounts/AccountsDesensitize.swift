import ArgumentParser
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts desensitize`: stop marking all media of accounts as sensitive.
    struct Desensitize: AccountActionCommand {
        static let action = AccountAction.desensitize
        static let configuration = CommandConfiguration(
            abstract: "Stop marking all media of accounts as sensitive.",
            discussion: """
                What the account posts from now on is shown as its owner marks it.

                An account found by --from or --where to which this does not apply is left alone.

                Lanes: api, direct.

                Examples:
                  mastoctl accounts desensitize painter@example.org
                  mastoctl accounts desensitize alice --as moddy
                  mastoctl accounts desensitize --from list.txt --dry-run
                """)

        @OptionGroup
        var acting: AccountActionOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions
    }
}
