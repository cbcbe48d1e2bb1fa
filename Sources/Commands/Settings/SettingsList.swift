import ArgumentParser
import Configuration
import Model
import Operations
import Presentation

extension SettingsCommand {
    /// `mastoctl settings list`: every setting, what it is and what it may be.
    struct List: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the server's settings, what they are and what they may be.",
            discussion: """
                Those of the server's administration pages that this release has, except pictures. What nobody has set \
                is as the release says. The environment may override some, such as `authorized_fetch`.

                Examples:
                  mastoctl settings list
                  mastoctl settings list --changed
                  mastoctl settings list --format json
                """)

        @Flag(help: "Only those that somebody has set.")
        var changed = false

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question(_ configuration: Configuration) -> SettingsQuestion { SettingsQuestion(areSet: changed) }
    }
}
