import Faults
import Glibc
import Processes

/// The system's ssh, with its agent, its known hosts and its own configuration.
///
/// Source of the options: OpenSSH 9.2, `ssh(1)` and `ssh_config(5)`.
package struct SecureShell: Sendable {
    /// A socket of this machine that stands for a place the far machine reaches.
    package struct Forward: Sendable {
        /// The socket's path.
        package var here: String
        /// `host:port`, `[::1]:port`, or the path of a socket.
        package var there: String

        package init(here: String, there: String) {
            self.here = here
            self.there = there
        }
    }

    private let path: String
    private let environment: [String: String]

    /// - Parameter environment: of this process, of which ssh gets what it needs to find keys.
    /// - Throws: `Fault(.configuration)` with the package that has it.
    package init(environment: [String: String]) throws {
        path = try EnginePath.require("ssh", of: "openssh-client")
        self.environment = environment.filter { Self.variables.contains($0.key) }
    }

    /// What it finds keys and known hosts by.
    package static let variables = ["HOME", "USER", "LOGNAME", "SSH_AUTH_SOCK"]

    /// Nobody is there to be asked, and nothing of the user's own configuration shares or keeps the connection.
    private static let options = [
        "BatchMode=yes", "ConnectTimeout=15", "ServerAliveInterval=15", "ServerAliveCountMax=3", "ControlMaster=no",
        "ControlPath=none", "ForwardAgent=no", "ForwardX11=no",
    ].flatMap { ["-o", $0] }

    /// The shell ends ssh when its input ends, and so also when this process is killed.
    private static let watch = #"""
        exec 3<&0
        "$@" </dev/null 3<&- &
        ssh=$!
        (read -r word <&3; kill $ssh) 2>/dev/null &
        wait $ssh
        exit $?
        """#

    /// Brings places of the far machine here, for as long as the link is kept.
    ///
    /// - Parameter destination: the words that say where to go.
    /// - Throws: `EngineError` with what ssh said, when it ends before all sockets are there.
    package func bring(_ forwards: [Forward], from destination: [String]) async throws -> Link {
        let words =
            ["-N", "-T"] + Self.options + ["-o", "ExitOnForwardFailure=yes", "-o", "StreamLocalBindMask=0177"]
            + forwards.flatMap { ["-L", "\($0.here):\($0.there)"] } + destination
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { throw Fault(.inputOutput, "cannot make a pipe for ssh") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var call = Invocation(
            "/bin/sh", ["-c", Self.watch, "sh", path] + words, environment: environment, input: .descriptor(ends[0]))
        call.isDetached = true
        defer { close(ends[0]) }
        let running: Invocation.Running
        do {
            running = try call.start()
        } catch {
            close(ends[1])
            throw error
        }
        let link = Link(input: ends[1], ending: Task { try await running.ending() })
        let isThere = { forwards.allSatisfy { access($0.here, F_OK) == 0 } }
        while !isThere() {
            if Task.isCancelled || link.hasEnded {
                let ending = try await link.close()
                try Task.checkCancellation()
                throw EngineError(.failed, "ssh", status: ending.status, lines: ending.lines)
            }
            await Pause.rest(.milliseconds(10))
        }
        return link
    }

    /// Runs a command of the far machine in the place of this process: with its standard streams.
    ///
    /// - Parameter isTerminal: whether a person sits there.
    /// - Returns: the command's exit status; 255 when ssh itself failed.
    package func run(_ words: [String], at destination: [String], isTerminal: Bool) async throws -> Int32 {
        let line = words.map(Self.quoted).joined(separator: " ")
        let child = try ChildProcess.spawn(
            path, [isTerminal ? "-t" : "-T"] + (isTerminal ? [] : Self.options) + destination + [line],
            environment: environment, output: .inherited, input: STDIN_FILENO)
        return await withTaskCancellationHandler {
            await child.wait()
        } onCancel: {
            child.send(SIGTERM)
        }
    }

    /// What a script tells that a plain shell of the far machine reads, whatever the user's own is.
    ///
    /// - Parameter words: the script's arguments.
    /// - Throws: `EngineError` with what was said, when it does not end well.
    package func answer(_ script: String, _ words: [String], at destination: [String]) async throws -> String {
        let line = (["sh", "-s", "--"] + words).map(Self.quoted).joined(separator: " ")
        var call = Invocation(
            path, ["-T"] + Self.options + destination + [line], environment: environment,
            input: .bytes(Array(script.utf8)))
        call.isDetached = true
        let ending = try await call.run()
        guard ending.status == 0 else {
            throw EngineError(.failed, "ssh", status: ending.status, lines: ending.lines)
        }
        return ending.text
    }

    /// As one word for the far shell.
    static func quoted(_ word: String) -> String { "'" + word.replacing("'", with: #"'\''"#) + "'" }
}
