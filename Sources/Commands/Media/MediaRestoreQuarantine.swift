import ArgumentParser
import Configuration
import Faults
import Model
import Operations

extension MediaCommand {
    /// `mastoctl media restore-quarantine`: take files out of quarantine again.
    struct RestoreQuarantine: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Move files out of quarantine, back to where they were.",
            discussion: """
                Undoes `media remove-orphans --quarantine`. A file whose own place is taken meanwhile stays in \
                quarantine and is reported; so does what was not put there by that command.

                Examples:
                  mastoctl media restore-quarantine orphans-2026 --dry-run
                  mastoctl media restore-quarantine orphans-2026
                """)

        @Argument(help: "The prefix that was given to --quarantine.")
        var prefix: String

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            do {
                _ = try Quarantine(prefix)
            } catch let fault as Fault {
                throw ValidationError("prefix: \(fault.message)")
            }
        }

        func operation(_ configuration: Configuration) throws -> QuarantineRestoring {
            QuarantineRestoring(try Quarantine(prefix))
        }
    }
}
