import ArgumentParser
import Configuration
import Faults
import Model
import Operations

extension MediaCommand {
    /// `mastoctl media remove-orphans`: delete stored files that no row owns.
    struct RemoveOrphans: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Delete stored files that belong to nothing in the database.",
            discussion: """
                Walks the storage once. What does not look like a file of Mastodon's is left alone and counted by kind. \
                Young files are left alone too, since an upload's row may not be committed yet.

                --listing takes the keys from a file instead of asking the bucket: an S3 inventory in CSV (bucket, key, \
                size, time), CSV with a header that names key, size and last_modified, or JSON lines with Key, Size and \
                LastModified, as `aws s3api` and `rclone lsjson` write them. It is read to its end first: one line that \
                cannot be read and nothing is touched. Since it is old, every orphan's age is asked of the storage.

                --quarantine moves files aside; `media restore-quarantine` takes them back.

                Examples:
                  mastoctl media remove-orphans --dry-run
                  mastoctl media remove-orphans --quarantine orphans-2026
                  mastoctl media remove-orphans --prefix cache/media_attachments --min-age 7d
                  mastoctl media remove-orphans --listing inventory.csv
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
            if let quarantine {
                do {
                    _ = try Quarantine(quarantine)
                } catch let fault as Fault {
                    throw ValidationError("--quarantine: \(fault.message)")
                }
            }
            if listing != nil, startAfter != nil {
                throw ValidationError("--start-after needs a listing in order, which --listing need not be")
            }
        }

        func operation(_ configuration: Configuration) throws -> OrphanRemoval {
            OrphanRemoval(
                source: source(configuration), startAfter: startAfter.map { ObjectKey($0) },
                minimumAge: minAge.inSeconds, quarantine: try quarantine.map { try Quarantine($0).prefix },
                fixPermissions: fixPermissions)
        }

        private func source(_ configuration: Configuration) -> OrphanRemoval.Source {
            guard let listing else { return .storage(prefix: prefix) }
            var keyPrefix = ""
            if case .s3(let settings) = configuration.storage { keyPrefix = settings.keyPrefix ?? "" }
            return .inventory(at: listing, keyPrefix: keyPrefix, prefix: prefix)
        }
    }
}
