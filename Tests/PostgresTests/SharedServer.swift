import Glibc
import Postgres
import Processes
import Sandbox

/// One PostgreSQL for all tests of this target, ended with the process.
enum SharedServer {
    private static let starting = Task { () -> PostgresServer in
        var options = PostgresServer.Options()
        options.password = "s3cret/ü"
        let directory = temporaryDirectory()
        let server = try await PostgresServer.start(in: directory + "/pg", options: options)
        running = (server.process.id, directory)
        atexit {
            guard let (id, directory) = SharedServer.running else { return }
            kill(id, SIGQUIT)
            while kill(id, 0) == 0, waitpid(id, nil, 0) != id {}
            if let child = try? ChildProcess.spawn("/bin/rm", ["-rf", directory]) { waitpid(child.id, nil, 0) }
        }
        return server
    }
    private nonisolated(unsafe) static var running: (pid_t, String)?

    static func server() async throws -> PostgresServer {
        try await starting.value
    }

    static func settings() async throws -> ConnectionSettings {
        let server = try await server()
        return ConnectionSettings(
            host: server.host, port: server.port, database: "postgres", user: "postgres", password: "s3cret/ü")
    }

    static func connect() async throws -> PostgresConnection {
        try await .connect(settings())
    }
}

/// A directory below /tmp, which an unprivileged server can reach.
func temporaryDirectory() -> String {
    var template = Array("/tmp/mastoctl-postgres.XXXXXX".utf8CString)
    mkdtemp(&template)
    chmod(template, 0o755)
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

func remove(_ directory: String) async throws {
    _ = try await ChildProcess.run("/bin/rm", ["-rf", directory])
}
