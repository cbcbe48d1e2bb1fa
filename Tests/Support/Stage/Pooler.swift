import Faults
import Glibc
import Processes
import Sandbox

/// pgbouncer in transaction mode before a PostgreSQL server of 127.0.0.1.
package struct Pooler: Sendable {
    package let port: Int
    private let process: ChildProcess
    private let folder: TemporaryFolder

    /// - Parameter size: server connections at most.
    /// - Returns: nil when pgbouncer is not installed; with `CI` set that is a fault.
    package static func start(before server: Int, size: Int = 10) async throws -> Pooler? {
        guard let program = Executable.find("pgbouncer", in: ["/usr/sbin"]) else {
            guard getenv("CI") != nil else { return nil }
            throw Fault(.configuration, "pgbouncer was not found", help: "apt-get install pgbouncer")
        }
        let folder = TemporaryFolder()
        chmod(folder.path, 0o755)
        let port = try Loopback.freePort()
        folder.make(
            "pgbouncer.ini",
            content: """
                [databases]
                * = host=127.0.0.1 port=\(server) user=\(PostgresServer.user)
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = \(port)
                unix_socket_dir =
                auth_type = any
                pool_mode = transaction
                default_pool_size = \(size)
                """)
        let process = try ChildProcess.spawn(
            program, ["\(folder.path)/pgbouncer.ini"], user: getuid() == 0 ? "nobody" : nil)
        while !Loopback.accepts(port: port) {
            if process.status() != nil { throw Fault(.unreachable, "pgbouncer does not start") }
            usleep(1000)
        }
        return Pooler(port: port, process: process, folder: folder)
    }

    package func stop() async {
        process.send(SIGKILL)
        _ = await process.wait()
    }
}
