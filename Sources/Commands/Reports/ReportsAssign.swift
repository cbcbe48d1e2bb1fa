import ArgumentParser
import Model

extension ReportsCommand {
    /// `mastoctl reports assign`: assign reports to a moderator.
    struct Assign: ReportActionCommand {
        static let configuration = CommandConfiguration(
            abstract: "Assign reports to a moderator.",
            discussion: """
                The reports are then that of the moderator given by --as, as when the moderator takes them on the \
                server's pages.
                The server's log and its webhooks tell of it.

                Lanes: api, direct.

                Examples:
                  mastoctl reports assign 27 --as moddy
                  mastoctl reports assign 25 27 31
                """)

        static let verb = ReportVerb.assign

        @OptionGroup
        var acting: ReportActionOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions
    }
}
