import Faults
import Glibc
import Processes
import Sandbox

/// The system's sshd on 127.0.0.1 with keys of its own, and an `ssh` that knows it: the system's, with a configuration
/// of this test's in the place of the user's.
package final class ShellServer: Sendable {
    package let port: Int
    private let folder = TemporaryFolder()
    private let process: ChildProcess

    /// Whether it can run: `.enabled(if: ShellServer.isAvailable)`. With `CI` set tests run and fail.
    package static var isAvailable: Bool { getenv("CI") != nil || Executable.find("sshd") != nil }

    /// Who its users are: the one who runs the tests.
    package static let user: String = getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) } ?? "root"

    /// `ssh://user@127.0.0.1:port` of a profile.
    package func way(_ kind: String) -> String { "\(kind)://\(Self.user)@127.0.0.1:\(port)" }

    /// The PATH on which `ssh` is the one that knows this server.
    package var path: String { "\(folder.path)/near:/usr/local/bin:/usr/bin:/bin" }

    /// - Parameters:
    ///   - programs: scripts that the far side has on its PATH, by name.
    ///   - allowsCommands: false for accounts that may forward and nothing else.
    package init(programs: [String: String] = [:], allowsCommands: Bool = true) async throws {
        let sshd = try Executable.require("sshd", of: "openssh-server")
        let keygen = try Executable.require("ssh-keygen", of: "openssh-client")
        // sshd of root wants its empty folder, which Debian makes when the service starts.
        if geteuid() == 0 { mkdir("/run/sshd", 0o755) }
        let port = try Loopback.freePort()
        self.port = port
        let path = folder.path
        for name in ["host", "user"] {
            _ = try await ChildProcess.run(keygen, ["-q", "-t", "ed25519", "-N", "", "-f", "\(path)/\(name)"])
        }
        folder.make("authorized", content: TextFile.read("\(path)/user.pub") ?? "")
        folder.make("known", content: "[127.0.0.1]:\(port) " + (TextFile.read("\(path)/host.pub") ?? ""))
        folder.make(
            "sshd_config",
            content: """
                ListenAddress 127.0.0.1
                Port \(port)
                HostKey \(path)/host
                AuthorizedKeysFile \(path)/authorized
                PidFile none
                UsePAM no
                StrictModes no
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                PermitRootLogin prohibit-password
                LogLevel DEBUG1
                \(allowsCommands ? "" : "ForceCommand /bin/false")
                SetEnv PATH=\(path)/far:/usr/local/bin:/usr/bin:/bin

                """)
        folder.make(
            "ssh_config",
            content: """
                IdentityFile \(path)/user
                IdentitiesOnly yes
                UserKnownHostsFile \(path)/known
                GlobalKnownHostsFile none
                StrictHostKeyChecking yes

                """)
        folder.make("near/ssh", content: "#!/bin/sh\nexec /usr/bin/ssh -F '\(path)/ssh_config' \"$@\"\n")
        chmod("\(path)/near/ssh", 0o755)
        for (name, text) in programs {
            folder.make("far/\(name)", content: text)
            chmod("\(path)/far/\(name)", 0o755)
        }
        process = try ChildProcess.spawn(
            sshd, ["-D", "-e", "-f", "\(path)/sshd_config"], output: .file("\(path)/log"))
        var patience = Patience()
        while !Loopback.accepts(port: port) {
            guard process.status() == nil, !patience.isOver else {
                throw Fault(.inputOutput, "sshd does not start", notes: [TextFile.read("\(path)/log") ?? ""])
            }
            await Pause.rest(.milliseconds(5))
        }
    }

    /// Forgets the server's key, as if another machine answered.
    package func becomeAStranger() {
        TextFile.write("", to: "\(folder.path)/known")
    }

    /// How often something was brought from a port of 127.0.0.1.
    package func count(ofForwardsTo port: String) -> Int {
        log.ranges(of: "target 127.0.0.1 port \(port)").count
    }

    /// What it has said.
    package var log: String { TextFile.read("\(folder.path)/log") ?? "" }

    deinit {
        process.send(SIGTERM)
        while process.status() == nil { usleep(1000) }
    }
}
