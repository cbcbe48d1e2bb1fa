import ArgumentParser
import Model
import Operations

extension RelaysCommand {
    /// `mastoctl relays disable`: leave relays.
    struct Disable: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Leave relays, and keep their addresses.",
            discussion: """
                The server's log is told, on behalf of the first owner or of --as.

                Lanes: jobs.

                Examples:
                  mastoctl relays disable 2
                """)

        @Argument(help: ArgumentHelp("As `relays list` tells them.", valueName: "id"))
        var ids: [Int64]

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func change() throws -> RecordChange { RecordChange(RelayDeed(.disable, ids)) }
    }
}
