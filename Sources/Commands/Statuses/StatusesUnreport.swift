import ArgumentParser
import Model
import Operations

extension StatusesCommand {
    /// `mastoctl statuses unreport`: take posts out of a report.
    struct Unreport: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take posts out of a report.",
            discussion: """
                What the button of the server's page of a report does; the report stays. Webhooks are told; the server's \
                pages keep no log of this.

                Lanes: jobs.

                Examples:
                  mastoctl statuses unreport 116000000000000003 --report-id 27
                """)

        @Argument(help: ArgumentHelp("Ids of posts.", valueName: "id"))
        var posts: [Int64]

        @Option(help: ArgumentHelp("Take them out of this report.", valueName: "id"))
        var reportId: Int64

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func change() throws -> RecordChange { RecordChange(ReportedPosts(.remove(from: reportId), posts)) }
    }
}
