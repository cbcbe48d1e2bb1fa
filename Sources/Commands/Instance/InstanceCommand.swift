import ArgumentParser
import Assembly
import Faults
import Operations
import Presentation
import Stores

/// `mastoctl instance`: what the instance is, how big, and how its services are.
struct InstanceCommand: HouseCommand {
    static let configuration = CommandConfiguration(
        commandName: "instance", abstract: "Tell what the instance is, how big it is and how its services are.",
        discussion: """
            Sizes are PostgreSQL's own estimates, so the answer is quick on any instance. A service that is down \
            leaves a gap and ends the command with status 1. A lane is a way changes may go: through the Admin API, \
            through the server's own jobs, or directly.

            Examples:
              mastoctl instance
              mastoctl instance --format json
            """)

    @OptionGroup(title: "Global options")
    var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let configuration = try session.configure(global.overrides)
        let services = ServicesMaking(configuration, purpose: "mastoctl instance").services(mayProbe: false)
        let overview = await Overview(services).overview()
        await services.close()
        return try tell(overview, in: session)
    }
}
