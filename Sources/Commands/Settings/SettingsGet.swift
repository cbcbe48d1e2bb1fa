import ArgumentParser
import Configuration
import Model
import Operations
import Presentation

extension SettingsCommand {
    /// `mastoctl settings get`: what one setting is.
    struct Get: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell what a setting is.",
            discussion: """
                The value alone, for scripts; --format json tells its kind, what it may be and what holds when nobody \
                has set it.

                Examples:
                  mastoctl settings get site_title
                  mastoctl settings get content_cache_retention_period --format json
                """)

        @Argument(help: "The setting, as `settings list` names it.")
        var name: String

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question(_ configuration: Configuration) -> SettingQuestion { SettingQuestion(name) }
        func told(_ answer: ToldSetting) -> SettingShown { SettingShown(answer) }
    }
}
