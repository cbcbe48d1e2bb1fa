import ArgumentParser
import Assembly
import Faults
import Operations
import Presentation

/// `mastoctl version`: this program, and the instance when asked.
struct VersionCommand: HouseCommand {
    static let configuration = CommandConfiguration(
        commandName: "version", abstract: "Tell the version of this program or the instance.",
        discussion: """
            The instance's release is read from its database schema.

            Examples:
              mastoctl version
              mastoctl version --instance
            """)

    @Flag(help: "Also tell which release the instance runs.")
    var instance = false

    @OptionGroup(title: "Global options")
    var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        var shown = VersionShown(version: Version.number, libraries: LinkedLibraries.versions)
        if instance {
            let configuration = try session.configure(global.overrides)
            shown.instance = try await ServicesMaking(configuration, purpose: "mastoctl version").lend {
                try await InstanceRelease.read(by: $0)
            }
        }
        return try tell(shown, in: session)
    }
}
