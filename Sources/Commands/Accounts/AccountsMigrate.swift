import ArgumentParser
import Configuration
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts migrate`: move an account of this server to another one.
    struct Migrate: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Move an account of this server to another one.",
            discussion: """
                The account redirects to the target, and the server's own jobs let its followers follow that one and \
                tell other servers. The target must be known here and name the account as its alias. Where the alias \
                was set just now on another server, run `mastoctl accounts refresh` for the target first: only the \
                server can fetch it. An account can move once in 30 days.

                --replay tells of the last move again, for servers that missed it.

                Lanes: jobs.

                Examples:
                  mastoctl accounts migrate alice --target alice@new.example --dry-run
                  mastoctl accounts migrate alice --replay
                """)

        @Argument(help: ArgumentHelp("An account of this server.", valueName: "username"))
        var account: AccountName

        @Flag(help: "Tell of the last move again.")
        var replay = false

        @Option(help: ArgumentHelp("The account to move to.", valueName: "acct"))
        var target: AccountName?

        @Flag(name: [.short, .long], help: "Although the account redirects to another one.")
        var force = false

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            guard replay != (target != nil) else { throw ValidationError("give either --replay or --target") }
        }

        func operation(_ configuration: Configuration) -> AccountMigration {
            AccountMigration(account, target.map { .target($0) } ?? .replay, overridesRedirection: force)
        }
    }
}
