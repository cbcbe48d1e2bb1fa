import ArgumentParser
import Model
import Operations

extension RulesCommand {
    /// `mastoctl rules change`: another text, hint or place.
    struct Change: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change the text, the hint or the place of rules.",
            discussion: """
                What is not given stays as it is. The server's pages keep no log of this; the local record does.

                Lanes: direct.

                Examples:
                  mastoctl rules change 3 --text "Be kind to each other."
                  mastoctl rules change 5 --priority 1 --hint ""
                """)

        @Argument(help: ArgumentHelp("As `rules list` tells them.", valueName: "id"))
        var ids: [Int64]

        @Option(help: "The rule.")
        var text: String?

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

        func validate() throws {
            guard text != nil || hint != nil || priority != nil else {
                throw ValidationError("say what is to change: --text, --hint or --priority")
            }
            if let text { try RuleText.require(text) }
        }

        func change() throws -> RecordChange {
            RecordChange(RuleDeed(.change(RuleText(text: text, hint: hint, priority: priority)), ids))
        }
    }
}
