import ArgumentParser
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts sensitize`: mark all media of accounts as sensitive.
    struct Sensitize: StrikingCommand {
        static let action = AccountAction.sensitize
        static let configuration = CommandConfiguration(
            abstract: "Mark all media of accounts as sensitive.",
            discussion: """
                What the account posts is shown behind a warning from now on. A strike is noted, open reports about the \
                account are resolved, and the owner of a local one gets a mail unless --no-notify says otherwise.

                An account named here is acted on even if it was before, as by the server's own API, which then adds another \
                strike; one found by --from or --where is left alone then. The moderator's own account and those whose role stands \
                as high are refused.

                Lanes: api, jobs.

                Examples:
                  mastoctl accounts sensitize painter@example.org
                  mastoctl accounts sensitize alice --text "please mark such pictures"
                  mastoctl accounts sensitize --from list.txt --dry-run
                """)

        @OptionGroup
        var acting: AccountActionOptions

        @OptionGroup(title: "Strike")
        var striking: StrikeOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions
    }
}
