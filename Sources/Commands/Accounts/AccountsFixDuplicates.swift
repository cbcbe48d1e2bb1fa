import ArgumentParser
import Configuration
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts fix-duplicates`: have remote actors merged that are known under several names.
    struct FixDuplicates: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Merge remote accounts that are one actor under several names.",
            discussion: """
                Finds remote accounts with the same actor address. Only the actor's own server can tell which of the \
                names is right, so the server's own Sidekiq fetches each of them and then merges its accounts by a job \
                of its own; this command queues the first of the two and waits for it. Run it again to see what is \
                left. Where the other server is gone, `mastoctl accounts merge` does it by hand.

                -v names the accounts.

                Lanes: jobs.

                Examples:
                  mastoctl accounts fix-duplicates --dry-run -v
                  mastoctl accounts fix-duplicates
                """)

        @Flag(inversion: .prefixedNo, help: "Wait until the jobs have ended.")
        var wait = true

        @Option(help: ArgumentHelp("Let at most this many jobs wait in the server's queue.", valueName: "n"))
        var queueLimit = 1_000

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            guard (1...100_000).contains(queueLimit) else {
                throw ValidationError("--queue-limit must be from 1 to 100000")
            }
        }

        func operation(_ configuration: Configuration) -> DuplicateRepair {
            DuplicateRepair(waits: wait, queueLimit: queueLimit)
        }
    }
}
