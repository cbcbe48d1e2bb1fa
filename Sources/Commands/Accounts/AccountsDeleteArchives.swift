import ArgumentParser
import Configuration
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts delete-archives`: archives that users asked for.
    struct DeleteArchives: OperationCommand {
        static let configuration = CommandConfiguration(
            commandName: "delete-archives",
            abstract: "Delete archives that users asked for, with their files.",
            discussion: """
                The server keeps archives for as many days as the setting `backups_retention_period` says; this deletes \
                them at once, those of the users named or with --all everybody's, also those whose user is gone.

                Lanes: direct.

                Examples:
                  mastoctl accounts delete-archives alice
                  mastoctl accounts delete-archives --all --older-than 1d --dry-run
                """)

        @Argument(help: ArgumentHelp("Local accounts.", valueName: "account"))
        var accounts: [AccountName] = []

        @Flag(help: "Everybody's.")
        var all = false

        @Option(help: ArgumentHelp("Only those that are older than this.", valueName: "duration"))
        var olderThan = Duration.zero

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            guard accounts.isEmpty == all else { throw ValidationError("say whose: accounts, or --all") }
        }

        func operation(_ configuration: Configuration) throws -> ArchiveDeletion {
            ArchiveDeletion(
                of: all ? nil : accounts, before: UTCTime(UTCTime.present.seconds - olderThan.inSeconds))
        }
    }
}
