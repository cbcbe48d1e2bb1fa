import ArgumentParser
import Assembly
import Faults
import Operations
import Presentation

extension InstanceCommand {
    /// `mastoctl instance show`, or without the second word: what the instance is, how big, and how its services are.
    struct Show: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell how big the instance is and how its services do.",
            discussion: """
                Sizes are PostgreSQL's own estimates, so the answer is quick on any instance. A service that is down \
                leaves a gap and ends the command with status 1. A lane is a way changes may go: through the Admin API, \
                through the server's own jobs, or directly.

                Examples:
                  mastoctl instance
                  mastoctl instance show --format json
                """)

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func run(in session: Session) async throws -> ExitStatus {
            let configuration = try session.configure(global.overrides)
            let overview = try await ServicesMaking(configuration, purpose: "mastoctl instance").lend {
                await Overview($0).overview()
            }
            return try tell(overview, in: session)
        }
    }
}
