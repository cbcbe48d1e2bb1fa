import ArgumentParser
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts disable`: lock local users out, and leave what they posted.
    struct Disable: StrikingCommand {
        static let action = AccountAction.disable
        static let configuration = CommandConfiguration(
            abstract: "Lock local users out, and leave what they posted.",
            discussion: """
                The user cannot sign in or use an app; profile and posts stay as they are. A strike is noted, open reports \
                about the account are resolved, and the user gets a mail unless --no-notify says otherwise.

                A user named here is acted on even if it was before, as by the server's own API, which then adds another \
                strike; one found by --from or --where is left alone then. The moderator's own account and those whose role stands \
                as high are refused.

                Lanes: api, jobs.

                Examples:
                  mastoctl accounts disable alice --text "your password was found in a leak"
                  mastoctl accounts disable alice bob --no-notify --yes
                  mastoctl accounts disable --from leaked.txt --dry-run
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
