import ArgumentParser
import Model
import Operations

extension TermsCommand {
    /// `mastoctl terms list`: what held, holds and will hold.
    struct List: RecordListCommand {
        static let configuration = CommandConfiguration(
            abstract: "List terms of service.",
            discussion: """
                Drafts, those that hold or held, and those that will. Needs Mastodon 4.4 or newer.

                Examples:
                  mastoctl terms list
                  mastoctl terms list --format json
                """)

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question() throws -> RecordQuestion<TermsList> { RecordQuestion(TermsList()) }
    }
}
