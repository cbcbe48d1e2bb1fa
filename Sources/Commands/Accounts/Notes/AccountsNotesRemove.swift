import ArgumentParser
import Model
import Operations

extension AccountsCommand.Notes {
    /// `mastoctl accounts notes remove`: take notes back.
    struct Remove: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Remove notes.",
            discussion: """
                The moderator's own, and those of people whose role stands lower; others are left alone. The \
                server's pages keep no log of this; the local record does.

                Lanes: direct.

                Examples:
                  mastoctl accounts notes remove 12 --as moddy
                """)

        @Argument(help: ArgumentHelp("As `accounts notes list` tells them.", valueName: "id"))
        var ids: [Int64]

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func change() throws -> RecordChange { RecordChange(NoteDeed(.remove(ids))) }
    }
}
