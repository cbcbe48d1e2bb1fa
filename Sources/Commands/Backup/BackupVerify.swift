import ArgumentParser
import Assembly
import Configuration
import Model
import Operations

extension BackupCommand {
    /// `mastoctl backup verify`: whether backups are what they were.
    struct Verify: CheckCommand, BackupWorkCommand {
        typealias Work = BackupVerification

        static let configuration = CommandConfiguration(
            abstract: "Find damage in the repository and in backups.",
            discussion: """
                Without --read-data only what is missing is found; a byte that has changed is found when it is read. \
                --subset reads one slice of so many, so that a different one each night reads everything in the end. \
                The status is 1 when something is wrong. Nothing is mended: what is damaged can only be made anew. \
                Whether a backup restores is what `mastoctl backup rehearse` tells.

                Examples:
                  mastoctl backup verify
                  mastoctl backup verify latest --read-data
                  mastoctl backup verify --read-data --subset 3/30
                """)

        @Argument(help: ArgumentHelp("Only this backup: its id, the beginning of it, or latest.", valueName: "id"))
        var id: String?

        @Flag(help: "Read every byte that is stored.")
        var readData = false

        @Option(help: ArgumentHelp("With --read-data, read only this slice: 3/30.", valueName: "n/t"))
        var subset: String?

        @OptionGroup(title: "Run options")
        var options: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        var mends: Bool { false }

        func validate() throws {
            guard let subset else { return }
            guard readData else { throw ValidationError("--subset goes with --read-data") }
            guard ArchiveReading(slice: subset) != nil else {
                throw ValidationError("--subset must be a slice such as 3/30")
            }
        }

        func operation(_ configuration: Configuration, _ making: BackupMaking) throws -> BackupVerification {
            let reading = subset.flatMap { ArchiveReading(slice: $0) } ?? (readData ? .all : .structure)
            return BackupVerification(
                try making.archive(), id, reading: reading, mirror: try making.mirror(), staging: making.staging,
                cluster: making.cluster)
        }
    }
}
