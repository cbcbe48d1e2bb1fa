import Faults
import Glibc
import Processes
import Sandbox

/// A PostgreSQL that repeats what another one of this machine does, in a folder of its own.
package struct Standby: Sendable {
    package let postgres: PostgresServer

    /// - Parameter primary: lets this machine replicate, and has a sender left.
    package static func start(behind primary: PostgresServer) async throws -> Standby {
        let shared = try await TestServers.shared.running()
        let folder = "\(shared.folder)/standby\(await TestServers.shared.number())"
        guard mkdir(folder, 0o755) == 0 else { throw Fault(.inputOutput, "cannot make \(folder)") }
        let account = try Account.unprivileged()
        if let account { chown(folder, account.id, account.group) }
        let copied = try await Invocation(
            Executable.require("pg_basebackup", of: "postgresql-client"),
            [
                "--host=\(primary.host)", "--port=\(primary.port)", "--username=\(PostgresServer.user)",
                "--pgdata=\(folder)/data", "--write-recovery-conf", "--checkpoint=fast", "--no-sync",
            ], directory: "/", user: account?.name
        ).run()
        guard copied.status == 0 else { throw Fault(.inputOutput, copied.complaints) }
        var options = PostgresServer.Options()
        options.isDetached = true
        return Standby(postgres: try await PostgresServer.start(in: folder, options: options))
    }

    package func stop() async { await postgres.stop() }
}
