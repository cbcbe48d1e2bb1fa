import ArgumentParser
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts suspend`: suspend accounts.
    struct Suspend: StrikingCommand {
        static let action = AccountAction.suspend
        static let configuration = CommandConfiguration(
            abstract: "Suspend accounts.",
            discussion: """
                Nobody sees the account or its posts any more, its owner cannot sign in, and a local account's data are \
                deleted after thirty days unless it is unsuspended. The server's own worker tells other servers and takes \
                the posts out of feeds and trends. A strike is noted, open reports about the account are resolved, the \
                e-mail address is blocked, and the owner gets a mail unless --no-notify says otherwise.

                An account named here is acted on even if it was before, as by the server's own API, which then adds another \
                strike; one found by --from or --where is left alone then. The moderator's own account and those whose role stands \
                as high are refused.

                Lanes: api, jobs.

                Examples:
                  mastoctl accounts suspend spammer@example.org --text "spam"
                  mastoctl accounts suspend alice --report-id 27 --as moddy
                  mastoctl accounts suspend --from spammers.txt --plan-out plan.json
                  mastoctl accounts suspend --where 'domain:spam.example created:<2d' --dry-run --verbose
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
