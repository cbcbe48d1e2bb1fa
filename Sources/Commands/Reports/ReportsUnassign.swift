import ArgumentParser
import Model

extension ReportsCommand {
    /// `mastoctl reports unassign`: take reports from the moderator who has them.
    struct Unassign: ReportActionCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take reports from the moderator who has them.",
            discussion: """
                Nobody in particular deals with the reports then.
                The server's log and its webhooks tell of it.

                Lanes: api, direct.

                Examples:
                  mastoctl reports unassign 27
                  mastoctl reports unassign 25 27 --as moddy
                """)

        static let verb = ReportVerb.unassign

        @OptionGroup
        var acting: ReportActionOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions
    }
}
