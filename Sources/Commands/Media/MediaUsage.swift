import ArgumentParser
import Configuration
import Model
import Operations
import Presentation

extension MediaCommand {
    /// `mastoctl media usage`: what media take.
    struct Usage: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell how much space media take.",
            discussion: """
                The sums come from the database, which knows originals and thumbnails but not the smaller renditions \
                made of them, nor what no row owns. --inventory walks the storage once and tells what is really there.

                Large tables are summed in short statements, on the replica where there is one.

                Examples:
                  mastoctl media usage
                  mastoctl media usage --by domain --top 10
                  mastoctl media usage --by age --format json
                  mastoctl media usage --inventory
                """)

        @Option(
            help: ArgumentHelp(
                "Tell it apart by domain, account, type, age or style. Style walks the storage.",
                valueName: "property"))
        var by: UsageBreakdown.Property?

        @Option(help: ArgumentHelp("List this many domains, accounts or styles.", valueName: "n"))
        var top = 20

        @Flag(help: "Walk the storage, too: files and bytes by class and style, orphans, what is unrecognised.")
        var inventory = false

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            guard (1...100_000).contains(top) else { throw ValidationError("--top must be from 1 to 100000") }
        }

        func question(_ configuration: Configuration) -> MediaSurvey {
            MediaSurvey(by: by, top: top, walksStorage: inventory)
        }
    }
}
