import ArgumentParser
import Model
import Operations

extension AnnouncementsCommand {
    /// `mastoctl announcements unpublish`: take announcements back.
    struct Unpublish: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take announcements back, and keep their text.",
            discussion: """
                One that waits for its time is not announced any more. The server's log is told, on behalf of \
                the first owner or of --as.

                Lanes: jobs.

                Examples:
                  mastoctl announcements unpublish 3
                """)

        @Argument(help: ArgumentHelp("As `announcements list` tells them.", valueName: "id"))
        var ids: [Int64]

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func change() throws -> RecordChange { RecordChange(AnnouncementDeed(.unpublish, ids)) }
    }
}
