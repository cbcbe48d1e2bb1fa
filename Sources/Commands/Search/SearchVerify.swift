import ArgumentParser
import Configuration
import Model
import Operations

extension SearchCommand {
    /// `mastoctl search verify`: compare the indexes with the database.
    struct Verify: CheckCommand {
        static let configuration = CommandConfiguration(
            abstract: "Compare the search indexes with the database, field by field.",
            discussion: """
                Finds documents that are missing, that should not be there, because their row is gone or does not belong \
                into the index any more, and that say something else than the row. Nothing is changed without --repair; \
                the status is 1 when something was found and is still so. What the server has noted and not indexed \
                yet counts as a deviation, too; look at `mastoctl search queue`.

                Examples:
                  mastoctl search verify
                  mastoctl search verify --full --only public_statuses
                  mastoctl search verify --full --repair
                """)

        @Option(
            parsing: .upToNextOption,
            help: ArgumentHelp(
                "Only these indexes: instances, accounts, tags, statuses, public_statuses.", valueName: "index"))
        var only: [SearchIndex] = []

        @Option(help: ArgumentHelp("Look at about this many rows for each index, taken at random.", valueName: "n"))
        var sample = 1_000

        @Flag(help: "Look at every row and every document.")
        var full = false

        @Flag(help: "Write what is missing or different, remove what should not be there.")
        var repair = false

        @Option(help: ArgumentHelp("List this many of the deviations.", valueName: "n"))
        var top = 20

        @OptionGroup(title: "Run options")
        var options: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        var mends: Bool { repair }

        func validate() throws {
            guard sample > 0 else { throw ValidationError("--sample must be more than zero") }
            guard (0...1_000_000).contains(top) else { throw ValidationError("--top must be from 0 to 1000000") }
        }

        func operation(_ configuration: Configuration) -> SearchVerification {
            SearchVerification(
                indexes: only.isEmpty ? SearchIndex.allCases : SearchIndex.allCases.filter(only.contains),
                sample: full ? nil : sample, top: top)
        }
    }
}
