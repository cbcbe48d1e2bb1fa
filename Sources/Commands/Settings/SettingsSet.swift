import ArgumentParser
import Configuration
import Operations

extension SettingsCommand {
    /// `mastoctl settings set`: change a setting.
    struct Set: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change a setting of the server.",
            discussion: """
                What the server would not take is refused, and accounts that are named must be there. The server forgets \
                what it has cached of the setting. A long text comes from a file with --from. An empty value is given as \
                ''.

                The server's pages keep no log of this; the local record does.

                Lanes: direct.

                Examples:
                  mastoctl settings set site_title "Our server"
                  mastoctl settings set content_cache_retention_period 90
                  mastoctl settings set site_extended_description --from about.md --dry-run
                """)

        @Argument(help: "The setting, as `settings list` names it.")
        var name: String

        @Argument(help: "What it is to be.")
        var value: String?

        @Option(
            help: ArgumentHelp("Take the value from this file; - is standard input.", valueName: "file"),
            completion: .file())
        var from: String?

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            guard (value == nil) != (from == nil) else {
                throw ValidationError("say what it is to be: a value, or a file with --from")
            }
        }

        func operation(_ configuration: Configuration) throws -> SettingChange {
            SettingChange(name, to: try value ?? from.map { try ItemFile.text(of: $0) } ?? "")
        }
    }
}
