import ArgumentParser
import Operations

extension BackupCommand {
    /// `mastoctl backup diff`: what changed from one backup to another.
    struct Diff: ArchiveCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell what changed from one backup to another.",
            discussion: """
                Compares what the manifests tell: rows by table, media by kind, versions. A table that shrank by much \
                is worth a look before the older backup is pruned.

                Examples:
                  mastoctl backup diff 20261127-030000-1b2c latest
                """)

        @Argument(help: ArgumentHelp("The first backup's id, the beginning of it, or latest.", valueName: "id"))
        var first: String

        @Argument(help: ArgumentHelp("The second one's.", valueName: "id"))
        var second: String

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question() -> BackupComparison { BackupComparison(first, second) }
    }
}
