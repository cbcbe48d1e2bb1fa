import ArgumentParser
import Configuration
import Operations
import Presentation

extension UsernameBlocksCommand {
    /// `mastoctl username-blocks list`: list blocked user names.
    struct List: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "List blocked user names.",
            discussion: """
                Needs Mastodon 4.5 or newer.

                Examples:
                  mastoctl username-blocks list
                  mastoctl username-blocks list --format json
                """)

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question(_ configuration: Configuration) -> UsernameListing { UsernameListing() }
    }
}
