import ArgumentParser
import Configuration
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts merge`: make one remote account of two.
    struct Merge: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make one remote account of two.",
            discussion: """
                For an actor that is known here under two names, as after its server changed its domain. What the first \
                account posted, and what was done to it, becomes the second's; then the first is destroyed. What both \
                have, such as a follow of the same person, is kept once. Reports about the first account, its bookmarks \
                and featured hashtags go with it.

                Both must have the same public key, unless --force says that they are one all the same.

                Lanes: direct.

                Examples:
                  mastoctl accounts merge user@old.example user@new.example --dry-run
                  mastoctl accounts merge user@old.example user@new.example --force
                """)

        @Argument(help: ArgumentHelp("The account that goes.", valueName: "from"))
        var from: AccountName

        @Argument(help: ArgumentHelp("The account that stays.", valueName: "to"))
        var to: AccountName

        @Flag(name: [.short, .long], help: "Merge although their keys differ.")
        var force = false

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) -> AccountMerge {
            AccountMerge(from, into: to, ignoresKeys: force)
        }
    }
}
