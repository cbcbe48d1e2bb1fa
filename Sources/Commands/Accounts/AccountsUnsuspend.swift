import ArgumentParser
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts unsuspend`: take suspensions back.
    struct Unsuspend: AccountActionCommand {
        static let action = AccountAction.unsuspend
        static let configuration = CommandConfiguration(
            abstract: "Take suspensions back.",
            discussion: """
                The account is seen again as far as the server still has it, the e-mail address is no longer blocked, and \
                the data are no longer due to be deleted. The server's own worker tells other servers. An account that was \
                suspended by its own server is refused; only that server can take it back.

                An account found by --from or --where to which this does not apply is left alone.

                Lanes: api, jobs.

                Examples:
                  mastoctl accounts unsuspend alice
                  mastoctl accounts unsuspend alice bob@example.org --as moddy
                  mastoctl accounts unsuspend --from mistakes.txt --dry-run
                """)

        @OptionGroup
        var acting: AccountActionOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions
    }
}
