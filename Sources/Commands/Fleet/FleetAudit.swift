import ArgumentParser
import Configuration
import Console
import Faults
import Model
import Operations
import Presentation

extension FleetCommand {
    /// `mastoctl fleet audit`: who changed what on which server.
    struct Audit: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell who changed what on which server.",
            discussion: """
                Asks `mastoctl audit` of each server and tells the answers together, the newest first. A server whose \
                record cannot be read is named, and the status is 1.

                Examples:
                  mastoctl fleet audit all --since 7d
                  mastoctl fleet audit tag:hosted --since 1d --by erik --format jsonl
                """)

        @OptionGroup
        var choice: FleetReach

        @Option(help: ArgumentHelp("Since then: 7d, 2026-11-01, 2026-11-01T12:00:00Z.", valueName: "when"))
        var since: String?

        @Option(help: ArgumentHelp("By this moderator, or by this user of the machine.", valueName: "name"))
        var by: String?

        @Option(help: ArgumentHelp("Tell at most so many.", valueName: "n"))
        var limit = 1000

        @OptionGroup
        var options: FleetOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            guard (1...1_000_000).contains(limit) else { throw ValidationError("--limit must be from 1 to 1000000") }
            if let since, Since(argument: since) == nil { throw ValidationError("--since is no time and no duration") }
        }

        func run(in session: Session) async throws -> ExitStatus {
            let tour = try FleetTour(session, options, global)
            var words = ["audit", "--format", "jsonl", "--limit", String(limit)]
            if let since { words += ["--since", since] }
            if let by { words.append("--by=\(by)") }
            let errands = try await tour.errands(words, for: tour.writing(choice.members(of: tour)))
            let results = try await tour.run(errands, in: try tour.folder(nil))
            return try tell(FleetHistory(results, limit: limit), in: session)
        }
    }
}
