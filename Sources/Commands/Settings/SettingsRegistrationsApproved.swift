import ArgumentParser
import Configuration
import Model
import Operations

extension SettingsCommand.Registrations {
    /// `mastoctl settings registrations approved`: let people ask for an account.
    struct Approved: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let everyone ask for an account.",
            discussion: """
                Whoever signs up waits until a moderator approves, on the server's pages or with `accounts approve`.

                Lanes: direct.

                Examples:
                  mastoctl settings registrations approved --require-reason
                """)

        @Flag(
            name: [.customLong("require-reason"), .customLong("require-invite-text")], inversion: .prefixedNo,
            help: "Whether those who ask must say why; as it is when not given.")
        var requiresReason: Bool?

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) -> RegistrationsChange {
            RegistrationsChange(.approved, requiresReason: requiresReason)
        }
    }
}
