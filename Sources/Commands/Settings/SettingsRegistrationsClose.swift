import ArgumentParser
import Configuration
import Model
import Operations

extension SettingsCommand.Registrations {
    /// `mastoctl settings registrations close`: let nobody sign up.
    struct Close: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let nobody sign up.",
            discussion: """
                Nobody can sign up; `accounts create` still makes users, who need an approval.

                Lanes: direct.

                Examples:
                  mastoctl settings registrations close
                """)

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) -> RegistrationsChange {
            RegistrationsChange(.none)
        }
    }
}
