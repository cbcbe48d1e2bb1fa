import ArgumentParser
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts revoke-sessions`: sign local users out everywhere.
    struct RevokeSessions: AccountActionCommand {
        static let action = AccountAction.revokeSessions
        static let configuration = CommandConfiguration(
            abstract: "Sign local users out everywhere.",
            discussion: """
                Browsers are signed out, the tokens of all apps are revoked, push subscriptions go, and who is \
                connected is dropped, as a new password does; the password stays as it is. The moderator's own account \
                and those whose role stands as high are refused.

                The server's own log has no word for this, so only this program's record tells of it.

                Lanes: direct.

                Examples:
                  mastoctl accounts revoke-sessions alice
                  mastoctl accounts revoke-sessions --from leaked.txt --dry-run
                  mastoctl accounts revoke-sessions --from leaked.txt --plan-out plan.json
                  mastoctl accounts revoke-sessions --where 'origin:local ip:192.0.2.0/24' --yes
                """)

        @OptionGroup
        var acting: AccountActionOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions
    }
}
