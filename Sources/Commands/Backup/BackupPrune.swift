import ArgumentParser
import Assembly
import Configuration
import Model
import Operations

extension BackupCommand {
    /// `mastoctl backup prune`: drop old backups.
    struct Prune: BackupWorkCommand {
        typealias Work = BackupPruning

        static let configuration = CommandConfiguration(
            abstract: "Drop the backups that the policy does not keep.",
            discussion: """
                The policy stands in the profile's [backup]; options win over it. The newest whole backup and the \
                newest that a rehearsal has proven stay, whatever the policy says. Backups that were given up go after \
                a day. A lock that a killed run has left is removed first, never one of a run that is alive.

                Where thieves of the server must not delete backups, the repository is append-only for the server, and \
                this runs on another machine, with a profile that names the domain and the repository.

                Examples:
                  mastoctl backup prune --dry-run --verbose
                  mastoctl backup prune --keep-daily 14 --keep-monthly 24 --yes
                """)

        @Option(help: ArgumentHelp("Keep the newest so many.", valueName: "n"))
        var keepLast: Int?

        @Option(help: ArgumentHelp("Keep the last of so many hours.", valueName: "n"))
        var keepHourly: Int?

        @Option(help: ArgumentHelp("Keep the last of so many days.", valueName: "n"))
        var keepDaily: Int?

        @Option(help: ArgumentHelp("Keep the last of so many weeks.", valueName: "n"))
        var keepWeekly: Int?

        @Option(help: ArgumentHelp("Keep the last of so many months.", valueName: "n"))
        var keepMonthly: Int?

        @Option(help: ArgumentHelp("Keep the last of so many years.", valueName: "n"))
        var keepYearly: Int?

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            let numbers = [keepLast, keepHourly, keepDaily, keepWeekly, keepMonthly, keepYearly].compactMap { $0 }
            guard numbers.allSatisfy({ $0 >= 0 }) else { throw ValidationError("--keep-… must be zero or more") }
        }

        func operation(_ configuration: Configuration, _ making: BackupMaking) throws -> BackupPruning {
            var retention = configuration.backup.retention
            if let keepLast { retention.last = keepLast }
            if let keepHourly { retention.hourly = keepHourly }
            if let keepDaily { retention.daily = keepDaily }
            if let keepWeekly { retention.weekly = keepWeekly }
            if let keepMonthly { retention.monthly = keepMonthly }
            if let keepYearly { retention.yearly = keepYearly }
            return BackupPruning(
                try making.archive(), retention, sparing: making.begun, mirror: try making.mirror(),
                staging: making.staging)
        }
    }
}
