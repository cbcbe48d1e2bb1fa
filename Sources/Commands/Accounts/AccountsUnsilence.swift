import ArgumentParser
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts unsilence`: take silences back.
    struct Unsilence: AccountActionCommand {
        static let action = AccountAction.unsilence
        static let configuration = CommandConfiguration(
            abstract: "Take silences back.",
            discussion: """
                The account is seen by everybody again.

                An account found by --from or --where to which this does not apply is left alone.

                Lanes: api, direct.

                Examples:
                  mastoctl accounts unsilence alice
                  mastoctl accounts unsilence loud@example.org --as moddy
                  mastoctl accounts unsilence --from mistakes.txt --dry-run
                """)

        @OptionGroup
        var acting: AccountActionOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions
    }
}
