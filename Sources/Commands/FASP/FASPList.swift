import ArgumentParser
import Model
import Operations

extension FASPCommand {
    /// `mastoctl fasp list`: who helps to find people.
    struct List: RecordListCommand {
        static let configuration = CommandConfiguration(
            abstract: "List auxiliary service providers (FASP).",
            discussion: """
                Who asked to work with this server, what they offer and what of it is switched on. Needs \
                Mastodon 4.4 or newer.

                Examples:
                  mastoctl fasp list
                  mastoctl fasp list --format json
                """)

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question() throws -> RecordQuestion<FASPList> { RecordQuestion(FASPList()) }
    }
}
