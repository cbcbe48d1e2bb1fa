import ArgumentParser
import Model
import Operations

extension AnnouncementsCommand {
    /// `mastoctl announcements list`: what was announced and will be.
    struct List: RecordListCommand {
        static let configuration = CommandConfiguration(
            abstract: "List announcements.",
            discussion: """
                Those published, those that wait for their time, and those taken back, by their ids.

                Examples:
                  mastoctl announcements list
                  mastoctl announcements list --format json
                """)

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question() throws -> RecordQuestion<AnnouncementList> { RecordQuestion(AnnouncementList()) }
    }
}
