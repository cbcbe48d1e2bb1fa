import ArgumentParser
import Model
import Operations

extension RelaysCommand {
    /// `mastoctl relays list`: who passes posts on.
    struct List: RecordListCommand {
        static let configuration = CommandConfiguration(
            abstract: "List relays.",
            discussion: """
                A relay is pending until it has answered; one that rejected us can be asked again with `relays \
                enable`.

                Examples:
                  mastoctl relays list
                  mastoctl relays list --format json
                """)

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question() throws -> RecordQuestion<RelayList> { RecordQuestion(RelayList()) }
    }
}
