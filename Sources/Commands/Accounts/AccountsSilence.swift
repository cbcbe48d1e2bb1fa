import ArgumentParser
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts silence`: silence accounts: limit them.
    struct Silence: StrikingCommand {
        static let action = AccountAction.silence
        static let configuration = CommandConfiguration(
            abstract: "Silence accounts: limit them.",
            discussion: """
                Only those who follow the account see its posts. A strike is noted, open reports about the account are \
                resolved, and the owner of a local one gets a mail unless --no-notify says otherwise.

                An account named here is acted on even if it was before, as by the server's own API, which then adds another \
                strike; one found by --from or --where is left alone then. The moderator's own account and those whose role stands \
                as high are refused.

                Lanes: api, jobs.

                Examples:
                  mastoctl accounts silence loud@example.org
                  mastoctl accounts silence alice --text "please read the rules" --dry-run
                  mastoctl accounts silence --from loud.txt --no-notify --yes
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
