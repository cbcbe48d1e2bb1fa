import ArgumentParser
import Configuration
import Model
import Operations

extension DomainBlocksCommand {
    /// `mastoctl domain-blocks repair`: finish what broke off half way.
    struct Repair: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find half-applied blocks and unblockings, and finish them.",
            discussion: """
                When the server's worker is killed in the middle of a block, accounts stay unsilenced or unsuspended, \
                or suspended with their follows, posts and files; the worker is queued again for such a block. When an \
                unblocking breaks off, accounts stay limited though no block, strike, log entry or request for \
                deletion says why; they are freed. Exceptions that moderators made are left alone.

                A dry run is the check: its status is 1 when something is half done.

                Lanes: jobs.

                Examples:
                  mastoctl domain-blocks repair --dry-run
                  mastoctl domain-blocks repair --no-accounts --yes
                  mastoctl domain-blocks repair --min-age 0s
                """)

        @Option(help: ArgumentHelp("Leave younger blocks alone: the server may be at them.", valueName: "duration"))
        var minAge = Duration.seconds(3_600)

        @Flag(inversion: .prefixedNo, help: "Free accounts that no block explains.")
        var accounts = true

        @OptionGroup(title: "The server's work")
        var work: BlockWorkOptions

        @OptionGroup(title: "Lanes")
        var lanes: LaneOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) throws -> DomainBlockRepair {
            DomainBlockRepair(
                minAge: Double(minAge.components.seconds), freesAccounts: accounts,
                lane: try lanes.lane(of: [.jobs], configuration), pace: work.pace)
        }
    }
}
