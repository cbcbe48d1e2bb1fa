import Faults
import Glibc
import Processes

/// A throw-away Redis on 127.0.0.1, in a directory of its own.
///
/// The directory holds `redis.conf` (mode 0600: it may hold a password), `redis.pid`, `redis.log` and the socket
/// `redis.sock`. Nothing is kept when it ends.
package struct RedisServer: Sendable {
    package struct Options: Sendable {
        /// Nil picks a free port.
        package var port: Int?
        package var password: String?
        /// True lets the server outlive this process.
        package var isDetached = false
        /// PEM files to offer TLS with on a port of its own; clients need no certificate.
        package var certificate: (path: String, key: String, authority: String)?
        /// Further lines of the configuration file.
        package var lines: [String] = []
        /// True starts a sentinel instead of a server.
        package var isSentinel = false

        package init() {}
    }

    package let directory: String
    package let port: Int
    package let securePort: Int?
    package let process: ServerProcess

    package var host: String { "127.0.0.1" }
    package var logFile: String { "\(directory)/redis.log" }
    /// The Unix socket.
    package var socket: String { "\(directory)/redis.sock" }

    /// Starts a server in `directory` and returns when it takes connections.
    /// - Throws: `Fault(.configuration)` when Redis is not installed, `.busy` when one runs there already,
    ///   `.unreachable` when it does not come up.
    package static func start(in directory: String, options: Options = Options()) async throws -> RedisServer {
        guard running(in: directory) == nil else {
            throw Fault(.busy, "a Redis server runs in \(directory) already")
        }
        let redis = try Executable.require("redis-server", of: "redis-server")
        try File.makeDirectory(directory)
        for attempt in 1... {
            let port = try options.port ?? Loopback.freePort()
            let securePort = options.certificate == nil ? nil : try Loopback.freePort()
            let file = "\(directory)/redis.conf"
            try File.write(
                configuration(port: port, securePort: securePort, directory: directory, options: options), to: file)
            let child = try ChildProcess.spawn(
                redis, [file] + (options.isSentinel ? ["--sentinel"] : []), output: .file("\(directory)/redis.log"),
                directory: directory, detached: options.isDetached)
            let server = RedisServer(
                directory: directory, port: port, securePort: securePort, process: ServerProcess(id: child.id))
            if await server.becomesReady() { return server }
            let notes = File.tail(server.logFile)
            await server.process.stop(SIGKILL)
            if attempt == 3 || options.port != nil {
                throw Fault(.unreachable, "Redis in \(directory) does not start", notes: notes)
            }
        }
        throw Fault(.ourBug, "unreachable")
    }

    /// The server that runs in `directory`, started by whichever process.
    package static func running(in directory: String) -> RedisServer? {
        guard let text = File.read("\(directory)/redis.pid"), let id = text.split(separator: "\n").first,
            let process = pid_t(id).flatMap({ ServerProcess(id: $0, workingIn: directory) }), process.isAlive,
            let configuration = File.read("\(directory)/redis.conf")
        else { return nil }
        func setting(_ name: String) -> Int? {
            configuration.split(separator: "\n").first { $0.hasPrefix("\(name) ") }
                .flatMap { Int($0.dropFirst(name.utf8.count + 1)) }
        }
        guard let port = setting("port") else { return nil }
        return RedisServer(directory: directory, port: port, securePort: setting("tls-port"), process: process)
    }

    /// Ends the server; clients are disconnected.
    package func stop() async {
        await process.stop(SIGTERM)
    }

    /// Ends it without a word. Does not wait.
    package func abort() {
        process.end()
    }

    private static func configuration(port: Int, securePort: Int?, directory: String, options: Options) -> String {
        var lines = [
            "port \(port)", "bind 127.0.0.1", "dir \(quoted(directory))", "pidfile \(quoted("\(directory)/redis.pid"))",
            "daemonize no", "protected-mode yes",
        ]
        if !options.isSentinel {
            lines += ["save \"\"", "appendonly no", "databases 16"]
            // sockaddr_un holds 107 bytes.
            if directory.utf8.count + "/redis.sock".utf8.count < 107 {
                lines += ["unixsocket \(quoted("\(directory)/redis.sock"))", "unixsocketperm 700"]
            }
        }
        if let password = options.password { lines.append("requirepass \(quoted(password))") }
        if let certificate = options.certificate, let securePort {
            lines += [
                "tls-port \(securePort)", "tls-cert-file \(quoted(certificate.path))",
                "tls-key-file \(quoted(certificate.key))", "tls-ca-cert-file \(quoted(certificate.authority))",
                "tls-auth-clients no",
            ]
        }
        return (lines + options.lines).joined(separator: "\n") + "\n"
    }

    /// A word of the configuration file, as redis.conf quotes it.
    private static func quoted(_ text: String) -> String {
        let escaped = text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): "\\" + String(UnicodeScalar(byte))
            case 0x20..<0x7f: String(UnicodeScalar(byte))
            default: "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return "\"" + escaped.joined() + "\""
    }

    /// Waits until it has written its process id and takes a connection; false when it ended or half a minute passed.
    private func becomesReady() async -> Bool {
        let deadline = ContinuousClock.now + .seconds(30)
        while process.isAlive, ContinuousClock.now < deadline {
            if let text = File.read("\(directory)/redis.pid"), text.hasPrefix("\(process.id)\n"),
                Loopback.accepts(port: port)
            {
                return true
            }
            await Pause.short()
        }
        return false
    }
}
