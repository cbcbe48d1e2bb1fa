import ArgumentParser
import Model
import Operations

extension StatusesCommand {
    /// `mastoctl statuses report`: put posts into a report.
    struct Report: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put posts into a report, or make one of them.",
            discussion: """
                What the button of the server's page of posts does: a report by the moderator about their author, open \
                until somebody resolves it, or more posts for the one given by --report-id. Posts of one account alone, \
                and none that is not for everybody. Webhooks are told; the server's pages keep no log of this.

                Lanes: jobs.

                Examples:
                  mastoctl statuses report 116000000000000001 116000000000000002
                  mastoctl statuses report 116000000000000003 --report-id 27
                """)

        @Argument(help: ArgumentHelp("Ids of posts.", valueName: "id"))
        var posts: [Int64]

        @Option(help: ArgumentHelp("Put them into this report.", valueName: "id"))
        var reportId: Int64?

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func change() throws -> RecordChange { RecordChange(ReportedPosts(.add(to: reportId), posts)) }
    }
}
