import ArgumentParser
import Faults
import Presentation
import Sandbox

extension SandboxCommand {
    /// `mastoctl sandbox env`: how to reach a running sandbox.
    struct Env: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the settings of a running sandbox.",
            discussion: """
                The lines are those of an env file. With --path the answer is the path of that file.

                Examples:
                  mastoctl sandbox env
                  mastoctl --env-file "$(mastoctl sandbox env --path)" doctor
                """)

        @OptionGroup
        var place: SandboxPlace

        @Flag(help: "Print the path of the env file instead.")
        var path = false

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func run(in session: Session) async throws -> ExitStatus {
            let instance = try await Sandbox.environment(directory: place.dir)
            return try tell(
                SandboxEnvironment(
                    path: instance.environmentFile, pairs: instance.environment, isPathAlone: path),
                in: session)
        }
    }
}
