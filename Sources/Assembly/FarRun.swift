import Configuration
import Engines
import Faults

/// Runs a command line by mastoctl on the machine of the server.
package struct FarRun {
    private let far: FarSide
    private let shell: SecureShell

    /// - Parameter environment: of this process, of which only what ssh needs goes on.
    /// - Throws: `Fault(.configuration)` without an ssh.
    package init(_ far: FarSide, environment: [String: String]) throws {
        self.far = far
        shell = try SecureShell(environment: environment)
    }

    /// - Throws: `Fault(.unreachable)` when ssh itself fails, `Fault(.configuration)` when there is no mastoctl.
    package func run(_ words: [String], isTerminal: Bool) async throws -> ExitStatus {
        let belt = far.isReadOnly ? ["env", "\(Configuration.readOnlyVariable)=true"] : []
        let status = try await shell.run(
            belt + ["mastoctl"] + words, at: far.way.arguments, isTerminal: isTerminal)
        switch status {
        case 255: throw Fault(.unreachable, "ssh could not run the command at \(far.way.text)")
        case 126, 127:
            throw Fault(
                .configuration, "there is no mastoctl at \(far.way.text)", help: "install it there, on that user's PATH"
            )
        default: return ExitStatus(rawValue: status) ?? .ourBug
        }
    }
}
