import ArgumentParser
import Operations

extension BackupCommand {
    /// `mastoctl backup list`: what backups there are.
    struct List: ArchiveCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the backups of this instance.",
            discussion: """
                The newest first. A backup without a manifest is unfinished: under way, or given up; nothing restores \
                from it. One whose database pgBackRest has dropped by its own retention is incomplete. What the last \
                rehearsal found, and how long it took to restore, stands beside it.

                Examples:
                  mastoctl backup list
                  mastoctl backup list --format json
                """)

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question() -> BackupListing { BackupListing() }
    }
}
