import ArgumentParser
import Model
import Operations

extension RulesCommand {
    /// `mastoctl rules remove`: rules that hold no more.
    struct Remove: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Remove rules.",
            discussion: """
                The rows stay, since reports and strikes name them. The server's pages keep no log of this; the \
                local record does.

                Lanes: direct.

                Examples:
                  mastoctl rules remove 3
                """)

        @Argument(help: ArgumentHelp("As `rules list` tells them.", valueName: "id"))
        var ids: [Int64]

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func change() throws -> RecordChange { RecordChange(RuleDeed(.remove, ids)) }
    }
}
