import ArgumentParser
import Configuration
import Console
import Faults
import Model
import Operations
import Presentation

extension FleetCommand {
    /// `mastoctl fleet run`: one command on many servers, which changes none of them.
    struct Run: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Run a command on many servers, side by side.",
            discussion: """
                Each server has a process of its own, which gets its profile and nothing of any other server; variables \
                of this shell that speak of a server do not reach it. What a server says is kept in a folder, its last \
                line is told. One that fails or hangs stops no other; a hanging one is ended at --time-limit. The \
                status is 1 when any failed.

                Nothing is changed by it: a command that would is refused on each server. Changes go by `fleet plan` \
                and `fleet apply`.

                Examples:
                  mastoctl fleet run 'tag:hosted !eu' -- doctor --fast
                  mastoctl fleet run all --parallel 16 --format json -- doctor --fast --format json
                  mastoctl fleet run tag:support --canary 3 -- search verify
                """)

        @OptionGroup
        var choice: FleetChoice

        @OptionGroup
        var command: FleetWords

        @OptionGroup
        var options: FleetOptions

        @Option(help: ArgumentHelp("Run the first so many, then ask.", valueName: "n"))
        var canary: Int?

        @Option(
            help: ArgumentHelp("Keep what the servers say in this new folder.", valueName: "directory"),
            completion: .directory)
        var out: String?

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if let canary, canary < 1 { throw ValidationError("--canary must be at least 1") }
        }

        func run(in session: Session) async throws -> ExitStatus {
            let tour = try FleetTour(session, options, global)
            let errands = try await tour.errands(command.words, for: tour.writing(choice.members(of: tour)))
            let prompt = Prompt(output: session.output, noInput: false)
            if canary != nil, !prompt.canAsk {
                throw Fault(.usage, "--canary asks, and nobody can be asked", help: "choose fewer servers instead")
            }
            let folder = try tour.folder(out)
            let first = min(canary ?? errands.count, errands.count)
            var results = try await tour.run(Array(errands[..<first]), in: folder)
            if first < errands.count {
                let failed = results.count { $0.state != .done }
                if try prompt.confirm(
                    "\(first) servers are done, \(failed) failed. Go on with \(errands.count - first)?")
                {
                    results += try await tour.run(Array(errands[first...]), in: folder)
                } else {
                    results += errands[first...].map { FleetResult($0.server, .left, line: "the answer was no") }
                }
            }
            let takesAnswers = ["json", "jsonl"].contains(global.format?.word)
            return try tell(
                FleetTold(by: "fleet run", words: command.words, results) { takesAnswers ? $0.json : nil }, in: session)
        }
    }
}
