import ArgumentParser
import Faults
import Presentation
import Sandbox

extension SandboxCommand {
    /// `mastoctl sandbox status`: whether one runs, and what it is.
    struct Status: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell whether a sandbox runs, and what is in it.",
            discussion: """
                Ends with status 1 when one is broken: left behind by an interrupted start or by servers that died. A \
                start or a stop cleans it up.

                Examples:
                  mastoctl sandbox status
                  mastoctl sandbox status --dir /tmp/try --format json
                """)

        @OptionGroup
        var place: SandboxPlace

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func run(in session: Session) async throws -> ExitStatus {
            let found = try await Sandbox.status(directory: place.dir)
            let state = found.state.rawValue
            var shown =
                found.instance.map { SandboxShown($0, by: "sandbox status", state: state) }
                ?? SandboxShown(by: "sandbox status", state: state, directory: found.directory)
            if found.instance != nil {
                shown.isDatabaseAlive = found.isDatabaseAlive
                shown.isRedisAlive = found.isRedisAlive
                shown.isBucketAlive = found.isBucketAlive
            }
            return try tell(shown, in: session)
        }
    }
}
