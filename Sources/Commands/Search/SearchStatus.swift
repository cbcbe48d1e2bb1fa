import ArgumentParser
import Configuration
import Operations

extension SearchCommand {
    /// `mastoctl search status`: how the indexes are.
    struct Status: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell how the search indexes are.",
            discussion: """
                For each index: whether it is there, documents against the rows that belong there, size, shards, health, \
                whether mapping, analyzers and the server's own record are those of this Mastodon release, and what \
                waits to be indexed. The status is 1 when something is off.

                Examples:
                  mastoctl search status
                  mastoctl search status --no-count --format json
                """)

        @Flag(inversion: .prefixedNo, help: "Count the rows that belong into each index.")
        var count = true

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question(_ configuration: Configuration) -> SearchInspection { SearchInspection(counts: count) }
    }
}
