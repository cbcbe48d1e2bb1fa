import ArgumentParser
import Model
import Operations

extension AnnouncementsCommand {
    /// `mastoctl announcements remove`: remove announcements.
    struct Remove: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Remove announcements with their reactions.",
            discussion: """
                The server's log is told, on behalf of the first owner or of --as.

                Lanes: jobs.

                Examples:
                  mastoctl announcements remove 3
                  mastoctl announcements list --format ids | xargs mastoctl announcements remove --dry-run
                """)

        @Argument(help: ArgumentHelp("As `announcements list` tells them.", valueName: "id"))
        var ids: [Int64]

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func change() throws -> RecordChange { RecordChange(AnnouncementDeed(.remove, ids)) }
    }
}
