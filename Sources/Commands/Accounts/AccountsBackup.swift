import ArgumentParser
import Configuration
import Operations

extension AccountsCommand {
    /// `mastoctl accounts backup`: let the server write a user's archive.
    struct Backup: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask for an archive of all a user has.",
            discussion: """
                The server's own Sidekiq writes the archive and mails the user a link to it.

                Lanes: jobs.

                Examples:
                  mastoctl accounts backup alice
                """)

        @Argument(help: ArgumentHelp("The name of a local account with a user.", valueName: "username"))
        var username: String

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) -> BackupRequest {
            BackupRequest(username: username)
        }
    }
}
