import ArgumentParser
import Configuration
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts resend-confirmation`: ask once more to confirm an address.
    struct ResendConfirmation: OperationCommand {
        static let configuration = CommandConfiguration(
            commandName: "resend-confirmation",
            abstract: "Send the mail again that asks to confirm an address.",
            discussion: """
                To those named, or with --since to all who signed up since then, have not confirmed and are not \
                suspended: after mails could not be sent for a while. The server sends them one after another, so long \
                apart as --every says. A link that is older than two days is replaced.

                The server's log is told, on behalf of the first owner or of --as.

                Lanes: jobs.

                Examples:
                  mastoctl accounts resend-confirmation carol
                  mastoctl accounts resend-confirmation --since 3d --every 2s --dry-run
                  mastoctl accounts resend-confirmation --since 2026-11-01T12:00:00Z --yes
                """)

        @Argument(help: ArgumentHelp("Local accounts.", valueName: "account"))
        var accounts: [AccountName] = []

        @Option(help: ArgumentHelp("All who signed up since then: 3d, 2026-11-01T12:00:00Z.", valueName: "when"))
        var since: Since?

        @Option(help: ArgumentHelp("The time between two mails.", valueName: "duration"))
        var every = Duration.seconds(1)

        @OptionGroup(title: "Moderation")
        var moderating: ModeratorOptions

        @OptionGroup(title: "Lanes")
        var lanes: LaneOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if accounts.isEmpty, since == nil { throw ValidationError("name accounts, or give --since") }
        }

        func operation(_ configuration: Configuration) throws -> ConfirmationReminder {
            _ = try lanes.lane(of: [.jobs], configuration)
            return ConfirmationReminder(
                to: accounts, since: since?.time(before: .present), gap: every.inSeconds,
                on: moderating.name(configuration))
        }
    }
}
