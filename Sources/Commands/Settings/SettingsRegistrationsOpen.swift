import ArgumentParser
import Configuration
import Model
import Operations

extension SettingsCommand.Registrations {
    /// `mastoctl settings registrations open`: let everyone sign up.
    struct Open: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let everyone sign up.",
            discussion: """
                Everyone can sign up, and needs no approval.

                Lanes: direct.

                Examples:
                  mastoctl settings registrations open
                """)

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) -> RegistrationsChange {
            RegistrationsChange(.open)
        }
    }
}
