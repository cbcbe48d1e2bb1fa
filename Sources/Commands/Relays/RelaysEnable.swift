import ArgumentParser
import Model
import Operations

extension RelaysCommand {
    /// `mastoctl relays enable`: ask them again.
    struct Enable: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask relays again.",
            discussion: """
                The server's log is told, on behalf of the first owner or of --as. One that is enabled is left \
                alone.

                Lanes: jobs.

                Examples:
                  mastoctl relays enable 2
                """)

        @Argument(help: ArgumentHelp("As `relays list` tells them.", valueName: "id"))
        var ids: [Int64]

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func change() throws -> RecordChange { RecordChange(RelayDeed(.enable, ids)) }
    }
}
