import ArgumentParser
import Configuration
import Operations

extension MaintenanceCommand {
    /// `mastoctl maintenance fix-duplicates`: make one of rows that should be there once.
    struct FixDuplicates: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make one of rows that should be there once, and build their indexes anew.",
            discussion: """
                An index whose order is damaged lets the same post, account or tag in a second time. Every unique index \
                of the release is looked at, without using any index; what a dry run shows with --verbose is what would \
                be merged. One row stays: of posts the oldest, of most others the newest, of blocks the strictest. What \
                hangs on the others hangs on that one then. Accounts of other servers with one key become one; local \
                ones get a name of their own, and users with one address get it marked: tell them.

                Stop the whole server first, and make a backup. Afterwards the index is built anew; `maintenance indexes \
                --check` looks at all of them.

                Lanes: direct.

                Examples:
                  mastoctl maintenance fix-duplicates --dry-run --verbose
                  mastoctl maintenance fix-duplicates
                """)

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) -> DuplicateRemoval { DuplicateRemoval() }
    }
}
