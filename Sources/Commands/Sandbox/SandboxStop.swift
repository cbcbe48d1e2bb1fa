import ArgumentParser
import Console
import Faults
import Sandbox

extension SandboxCommand {
    /// `mastoctl sandbox stop`: stop the servers and remove everything.
    struct Stop: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Stop a sandbox and remove all of it.",
            discussion: """
                Examples:
                  mastoctl sandbox stop
                  mastoctl sandbox stop --dir /tmp/try --keep
                """)

        @OptionGroup
        var place: SandboxPlace

        @Flag(help: "Stop the servers and leave the directory as it is.")
        var keep = false

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func run(in session: Session) async throws -> ExitStatus {
            try await Sandbox.stop(directory: place.dir, keep: keep)
            session.output.note(keep ? "stopped the sandbox" : "stopped and removed the sandbox")
            return .done
        }
    }
}
