import ArgumentParser
import Assembly
import Configuration
import Model
import Operations

extension BackupCommand {
    /// `mastoctl backup handover`: write what another host asks for.
    struct Handover: BackupWorkCommand {
        typealias Work = BackupHandover

        static let configuration = CommandConfiguration(
            abstract: "Write what another host asks for.",
            discussion: """
                A folder that is read without this program and without restic: a dump by pg_dump, the env file sorted \
                into what to take along and the names of what to set anew, the local media (as links where they lie on \
                the same disk) or, of a bucket, the list of keys, and a README with release, sizes, what a fork has \
                added, and the steps. handover.json, with a hash of each file of the dump, is written last.

                In the place of the folder, s3:NAME is a bucket of a section [bucket.NAME] of the profile, as `media move` \
                has it; it must be empty. Media of a bucket go along then, too. Nothing there is readable for everybody, \
                whatever the section says; the dump lies in backup.staging on its way.

                What goes along holds every secret of the server, in clear unless backup.recipient names a key of age.

                Examples:
                  mastoctl backup handover /mnt/handover --dry-run
                  mastoctl backup handover /mnt/handover
                  mastoctl backup handover s3:newhost
                """)

        @Argument(
            help: ArgumentHelp("The folder, made or empty; or s3:NAME.", valueName: "folder"), completion: .directory)
        var folder: String

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        var need: BackupOpening.Need { .database }

        func operation(_ configuration: Configuration, _ making: BackupMaking) throws -> BackupHandover {
            let tools = try making.tools(program: Version.number, hasArchive: false)
            if let bucket = try making.handoverBucket(folder) { return BackupHandover(tools, to: bucket) }
            return BackupHandover(tools, to: SystemFileReader().absolute(folder))
        }
    }
}
