import ArgumentParser
import Configuration
import Operations

extension AccountsCommand {
    /// `mastoctl accounts rotate`: new keys.
    struct Rotate: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give local accounts new keys, and tell other servers.",
            discussion: """
                The server's own jobs tell the others, in letters signed with the old keys, which are in Redis until \
                then. With --all they wait five minutes after each thousand accounts; suspended accounts keep theirs.

                Lanes: jobs.

                Examples:
                  mastoctl accounts rotate alice
                  mastoctl accounts rotate --all --dry-run
                """)

        @Argument(help: ArgumentHelp("The name of a local account.", valueName: "username"))
        var username: String?

        @Flag(help: "All local accounts that are not suspended.")
        var all = false

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if username == nil, !all { throw ValidationError("say whose keys: a name or --all") }
        }

        func operation(_ configuration: Configuration) -> KeyRotation {
            KeyRotation(username: all ? nil : username)
        }
    }
}
