import ArgumentParser
import Operations

extension BackupCommand {
    /// `mastoctl backup show`: what a backup holds.
    struct Show: ArchiveCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what a backup holds.",
            discussion: """
                Its manifest: release and schema, versions of the programs, where in the write-ahead log it stands, \
                rows by table, a hash of every file of the dump, media by kind, what was left out and how it comes \
                back, and a salted fingerprint of each secret, by which a restore tells whether the right ones came.

                Examples:
                  mastoctl backup show latest
                  mastoctl backup show 20261128-224455-7f3a --format json
                """)

        @Argument(help: ArgumentHelp("The backup's id, the beginning of it, or latest.", valueName: "id"))
        var id: String

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question() -> BackupShowing { BackupShowing(id) }
    }
}
