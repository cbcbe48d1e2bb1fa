import ArgumentParser
import Model
import Operations

extension RulesCommand {
    /// `mastoctl rules list`: what holds here.
    struct List: RecordListCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the rules.",
            discussion: """
                In the order in which people read them: by priority, then by id.

                Examples:
                  mastoctl rules list
                  mastoctl rules list --removed --format json
                """)

        @Flag(help: "Also those that were removed; old reports and strikes name them.")
        var removed = false

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question() throws -> RecordQuestion<RuleList> { RecordQuestion(RuleList(hasRemoved: removed)) }
    }
}
