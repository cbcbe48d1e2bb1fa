import ArgumentParser
import Configuration
import Operations

extension UpgradeCommand {
    /// `mastoctl upgrade storage-schema`: move files to where they belong today.
    struct StorageSchema: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Move files of other servers to where they belong today.",
            discussion: """
                Since release 3.4 what can be fetched again lies in the folder cache; files that were there before \
                stay where they are until this moves them: avatars, headers, emoji, attachments and pictures of links. In a \
                bucket that is a copy and a deletion each.

                Files are copied, then the row names the new place, then the old copy goes, so that every row always \
                has its files, whenever the run is stopped.

                Lanes: direct.

                Examples:
                  mastoctl upgrade storage-schema --dry-run
                  mastoctl upgrade storage-schema --concurrency 8
                """)

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) -> StorageUpgrade { StorageUpgrade() }
    }
}
