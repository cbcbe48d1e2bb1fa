import ArgumentParser
import Stores

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

        func source() throws -> Relays { Relays() }
    }
}
