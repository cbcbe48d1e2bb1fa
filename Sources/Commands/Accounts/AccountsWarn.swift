import ArgumentParser
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts warn`: a strike without an action.
    struct Warn: StrikingCommand {
        static let action = AccountAction.warn
        static let configuration = CommandConfiguration(
            abstract: "Warn local accounts, and do nothing else to them.",
            discussion: """
                A strike is noted, and the owner is told by mail and by a notification unless --no-notify says otherwise. \
                Of open reports only the one given by --report-id is resolved. A warning with a text stands in the \
                server's own log. Each run is another strike.

                The moderator's own account may be warned; those whose role stands as high are refused.

                Lanes: api, jobs.

                Examples:
                  mastoctl accounts warn alice --text "Please mark such pictures as sensitive."
                  mastoctl accounts warn bob --report-id 27 --text "See rule 3." --as moddy
                  mastoctl accounts warn --from names.txt --text "Please read the rules again." --plan-out plan.json
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
