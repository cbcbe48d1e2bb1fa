import ArgumentParser
import Assembly
import Configuration
import Model
import Operations

extension BackupCommand {
    /// `mastoctl backup receive`: take over what another host has handed over.
    struct Receive: BackupWorkCommand {
        typealias Work = BackupRestoring

        static let configuration = CommandConfiguration(
            abstract: "Take over what another host has handed over.",
            discussion: """
                Looks whether every file of the dump and every local file is there as it was handed over, restores the \
                database into a new one, sees whether its rows are all there and whether the secrets open what it holds \
                encrypted, and only then gives it its name. Then come the media, and the env file beside the present one. \
                With --dry-run only the files are looked at. s3:NAME is a bucket of a section [bucket.NAME] of the \
                profile; its dump is brought into backup.staging, its media into the server's own storage.

                Examples:
                  mastoctl backup receive /mnt/handover --dry-run
                  mastoctl backup receive /mnt/handover --yes
                  mastoctl backup receive s3:oldhost --yes
                """)

        @Argument(help: ArgumentHelp("The folder, or s3:NAME.", valueName: "folder"), completion: .directory)
        var folder: String

        @Option(help: ArgumentHelp("Replace what is there; the domain of the instance.", valueName: "domain"))
        var replace: String?

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration, _ making: BackupMaking) throws -> BackupRestoring {
            let bucket = try making.handoverBucket(folder)
            return BackupRestoring(
                try making.tools(program: Version.number, hasArchive: false),
                from: bucket.map { .handover(in: $0) } ?? .handover(at: SystemFileReader().absolute(folder)),
                replacing: replace)
        }
    }
}
