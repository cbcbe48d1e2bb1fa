import ArgumentParser
import Model

extension ReportsCommand {
    /// `mastoctl reports reopen`: open resolved reports again.
    struct Reopen: ReportActionCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open resolved reports again.",
            discussion: """
                Other moderators see them among the unresolved ones again.
                The server's log and its webhooks tell of it.

                Lanes: api, direct.

                Examples:
                  mastoctl reports reopen 27
                  mastoctl reports reopen 25 27 --as moddy
                """)

        static let verb = ReportVerb.reopen

        @OptionGroup
        var acting: ReportActionOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions
    }
}
