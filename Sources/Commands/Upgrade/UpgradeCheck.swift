import ArgumentParser
import Configuration
import Model
import Operations

extension UpgradeCommand {
    /// `mastoctl upgrade check`: what would stop or hurt the next upgrade.
    struct Check: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell what would stop or hurt the next upgrade.",
            discussion: """
                Looks for accounts that share an address or a name, remote accounts that 4.7 deletes, rows that new \
                unique indexes would refuse, indexes that are damaged (with amcheck where it is installed), keys that \
                are missing, PostgreSQL and Redis that are too old, room on the disk, and migrations that were not \
                finished. Each finding has the number of its rows and the command that mends it. Nothing is changed; \
                the table of accounts is read as a whole. The status is 1 when something was found.

                Examples:
                  mastoctl upgrade check
                  mastoctl upgrade check --to 4.6 --format json
                """)

        @Option(
            name: .customLong("to"), help: ArgumentHelp("The release the server is to go to.", valueName: "release"))
        var target = MastodonRelease.newest

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question(_ configuration: Configuration) -> UpgradeExamination { UpgradeExamination(to: target) }
    }
}
