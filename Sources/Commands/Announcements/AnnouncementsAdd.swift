import ArgumentParser
import Model
import Operations

extension AnnouncementsCommand {
    /// `mastoctl announcements add`: tell everybody something.
    struct Add: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Announce something.",
            discussion: """
                The announcement is shown to everybody who is here, at once or when its time has come. With \
                --starts and --ends, which go together, people see when what it is about takes place. Mentions, \
                links to posts and hashtags in the text become links.

                The server's log is told, on behalf of the first owner or of --as.

                Lanes: jobs.

                Examples:
                  mastoctl announcements add "We are moving to a new machine tonight, from 22:00 to 23:00 UTC."
                  mastoctl announcements add "Maintenance" --at 2026-12-01T20:00:00Z
                  mastoctl announcements add "Meeting" --starts 2026-12-05 --ends 2026-12-06 --all-day
                """)

        @Argument(help: "What is announced.")
        var text: String

        @Option(help: ArgumentHelp("Announce it then; at once when not given.", valueName: "when"))
        var at: UTCTime?

        @Option(help: ArgumentHelp("When what it is about begins.", valueName: "when"))
        var starts: UTCTime?

        @Option(help: ArgumentHelp("When that ends.", valueName: "when"))
        var ends: UTCTime?

        @Flag(help: "Tell the days of it without the time.")
        var allDay = false

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            guard text.contains(where: { !$0.isWhitespace }) else {
                throw ValidationError("the announcement has no text")
            }
            guard (starts == nil) == (ends == nil) else { throw ValidationError("--starts and --ends go together") }
            if let starts, let ends, ends < starts { throw ValidationError("--ends lies before --starts") }
        }

        func change() throws -> RecordChange {
            RecordChange(
                AnnouncementDeed(
                    .add(AnnouncementText(text, at: at, starts: starts, ends: ends, isAllDay: allDay))))
        }
    }
}
