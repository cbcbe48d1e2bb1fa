import ArgumentParser
import Configuration
import Model
import Operations
import Stores

extension MediaCommand {
    /// `mastoctl media remove-orphans`: delete stored files that no row owns.
    struct RemoveOrphans: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Delete stored files that belong to nothing in the database.",
            discussion: """
                Walks the storage once. What does not look like a file of Mastodon's is left alone and counted by kind. \
                Young files are left alone too, since an upload's row may not be committed yet.

                Examples:
                  mastoctl media remove-orphans --dry-run
                  mastoctl media remove-orphans --quarantine orphans-2026
                  mastoctl media remove-orphans --prefix cache/media_attachments --min-age 7d
                """)

        @Option(help: ArgumentHelp("Go on after this key.", valueName: "key"))
        var startAfter: String?

        @Option(help: ArgumentHelp("Only keys that start so.", valueName: "prefix"))
        var prefix = ""

        @Flag(help: "Set the server's own access on every file kept, backups excepted.")
        var fixPermissions = false

        @Option(help: ArgumentHelp("Leave younger files alone.", valueName: "duration"))
        var minAge = Duration.seconds(86_400)

        @Option(help: ArgumentHelp("Move orphans below this prefix instead of deleting them.", valueName: "prefix"))
        var quarantine: String?

        @Option(
            help: ArgumentHelp("Take the keys from this inventory, in CSV or JSON lines.", valueName: "file"),
            completion: .file())
        var listing: String?

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if let quarantine, !ObjectKey(quarantine).isSafe {
                throw ValidationError("--quarantine must be a plain path such as orphans/2026")
            }
        }

        func operation(_ configuration: Configuration) -> OrphanRemoval {
            let source: OrphanRemoval.Source =
                listing.map { .inventory(Inventory(path: $0), prefix: prefix) } ?? .storage(prefix: prefix)
            return OrphanRemoval(
                source: source, startAfter: startAfter.map { ObjectKey($0) }, minimumAge: minAge.inSeconds,
                quarantine: quarantine, fixPermissions: fixPermissions)
        }
    }
}
