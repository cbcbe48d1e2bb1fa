import ArgumentParser
import Model
import Operations

extension RelaysCommand {
    /// `mastoctl relays remove`: leave and forget them.
    struct Remove: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Leave relays and forget them.",
            discussion: """
                The server's log is told, on behalf of the first owner or of --as.

                Lanes: jobs.

                Examples:
                  mastoctl relays remove 2
                """)

        @Argument(help: ArgumentHelp("As `relays list` tells them.", valueName: "id"))
        var ids: [Int64]

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func change() throws -> RecordChange { RecordChange(RelayDeed(.remove, ids)) }
    }
}
