import ArgumentParser
import Model
import Operations

extension RulesCommand {
    /// `mastoctl rules add`: a new rule.
    struct Add: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a rule.",
            discussion: """
                A rule has at most 300 characters. The server's pages keep no log of this; the local record \
                does.

                Lanes: direct.

                Examples:
                  mastoctl rules add "Be kind." --priority 1
                  mastoctl rules add "No advertising." --hint "Ask before you announce what you sell."
                """)

        @Argument(help: "The rule.")
        var text: String

        @Option(help: ArgumentHelp("What explains it; since Mastodon 4.3.", valueName: "text"))
        var hint: String?

        @Option(help: ArgumentHelp("Its place: the lowest number comes first.", valueName: "n"))
        var priority: Int?

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws { try RuleText.require(text) }

        func change() throws -> RecordChange {
            RecordChange(RuleDeed(.add(RuleText(text: text, hint: hint, priority: priority))))
        }
    }
}
