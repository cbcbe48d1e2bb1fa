import ArgumentParser
import Assembly
import Faults
import Presentation
import Stores

/// `mastoctl version`: this program, and the instance when asked.
struct VersionCommand: HouseCommand {
    static let configuration = CommandConfiguration(
        commandName: "version", abstract: "Tell the version of this program, and of the instance when asked.",
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
        if instance { shown.instance = try await known(in: session) }
        return try tell(shown, in: session)
    }

    private func known(in session: Session) async throws -> VersionShown.Instance {
        let configuration = try session.configure(global.overrides)
        let services = ServicesMaking(configuration, purpose: "mastoctl version").services(mayProbe: false)
        let schema: LiveSchema
        do {
            schema = try await services.primary.schema()
        } catch {
            await services.close()
            throw error
        }
        await services.close()
        return VersionShown.Instance(
            release: schema.releaseInWords, schemaVersion: schema.version, domain: services.localDomain)
    }
}
