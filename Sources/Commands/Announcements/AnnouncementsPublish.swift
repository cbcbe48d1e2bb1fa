import ArgumentParser
import Model
import Operations

extension AnnouncementsCommand {
    /// `mastoctl announcements publish`: show announcements.
    struct Publish: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Publish announcements that wait or were taken back.",
            discussion: """
                The server's log is told, on behalf of the first owner or of --as.

                Lanes: jobs.

                Examples:
                  mastoctl announcements publish 3
                """)

        @Argument(help: ArgumentHelp("As `announcements list` tells them.", valueName: "id"))
        var ids: [Int64]

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func change() throws -> RecordChange { RecordChange(AnnouncementDeed(.publish, ids)) }
    }
}
