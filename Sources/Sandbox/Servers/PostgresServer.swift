import Faults
import Glibc
import Processes

/// A throw-away PostgreSQL on 127.0.0.1, in a directory of its own.
///
/// The directory holds `data` (the cluster; its `postmaster.pid` has process id and port) and `postgres.log`. The
/// socket `.s.PGSQL.<port>` lies in the directory too, when the path is short enough for one. Started by root the server
/// runs as `postgres` or `nobody`, which must be able to reach the directory.
package struct PostgresServer: Sendable {
    package struct Options: Sendable {
        /// Nil picks a free port.
        package var port: Int?
        /// The superuser's password, asked for by SCRAM; nil trusts everybody on this machine.
        package var password: String?
        /// False makes commits fast and a power cut fatal.
        package var syncsToDisk = false
        package var maximumConnections = 100
        /// True lets the server outlive this process.
        package var isDetached = false
        /// Paths of a PEM certificate and key to offer TLS with; the key must be readable for the server's user only.
        package var certificate: (path: String, key: String)?
        /// Whether each page has a checksum.
        package var hasChecksums = false
        /// Further settings, `name` to value.
        package var settings: [String: String] = [:]

        package init() {}
    }

    package let directory: String
    package let port: Int
    package let process: ServerProcess

    /// The superuser.
    package static let user = "postgres"
    package var host: String { "127.0.0.1" }
    package var logFile: String { "\(directory)/postgres.log" }
    private static let package = "postgresql"

    /// Starts a server below `directory`, making the cluster when there is none, and returns when it takes connections.
    /// - Throws: `Fault(.configuration)` when PostgreSQL is not installed, `.denied` when its user cannot reach the
    ///   directory, `.busy` when one runs there already, `.unreachable` when it does not come up.
    package static func start(in directory: String, options: Options = Options()) async throws -> PostgresServer {
        guard running(in: directory) == nil else {
            throw Fault(.busy, "a PostgreSQL server runs in \(directory) already")
        }
        let binaries = installedVersions()
        let account = try Account.unprivileged()
        let postgres = try Executable.require("postgres", of: package, in: binaries)
        let data = "\(directory)/data"
        try File.makeDirectory(directory, owner: account)
        if access("\(data)/PG_VERSION", F_OK) != 0 {
            try await initialise(data, in: directory, options: options, account: account, binaries: binaries)
        }
        // Somebody may take a free port before the server does; then another one is tried.
        for attempt in 1... {
            let port = try options.port ?? Loopback.freePort()
            let child = try ChildProcess.spawn(
                postgres, ["-D", data] + arguments(port: port, directory: directory, options: options),
                output: .file("\(directory)/postgres.log"), directory: directory, user: account?.name,
                detached: options.isDetached)
            let server = PostgresServer(directory: directory, port: port, process: ServerProcess(id: child.id))
            if await server.becomesReady() { return server }
            let notes = File.tail(server.logFile)
            await server.process.stop(SIGQUIT)
            if attempt == 3 || options.port != nil {
                throw Fault(.unreachable, "PostgreSQL in \(directory) does not start", notes: notes)
            }
        }
        throw Fault(.ourBug, "unreachable")
    }

    /// The server that runs below `directory`, started by whichever process.
    package static func running(in directory: String) -> PostgresServer? {
        guard let file = PostmasterFile(data: "\(directory)/data"), let port = file.port,
            let process = ServerProcess(id: file.id, workingIn: "\(directory)/data"), process.isAlive
        else { return nil }
        return PostgresServer(directory: directory, port: port, process: process)
    }

    /// Disconnects every client, writes a checkpoint and ends ("fast" shut-down).
    package func stop() async {
        await process.stop(SIGINT)
    }

    /// Ends it without a word or a checkpoint; the next start recovers.
    package func abort() {
        process.send(SIGQUIT)
        process.reap()
    }

    private static func initialise(
        _ data: String, in directory: String, options: Options, account: Account?, binaries: [String]
    ) async throws {
        let initdb = try Executable.require("initdb", of: package, in: binaries)
        try File.makeDirectory(data, owner: account)
        var arguments = ["-D", data, "-U", user, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"]
        if options.hasChecksums { arguments.append("--data-checksums") }
        let passwordFile = "\(directory)/password"
        if let password = options.password {
            try File.write(password + "\n", to: passwordFile)
            if let account { chown(passwordFile, account.id, account.group) }
            arguments += ["-A", "scram-sha-256", "--pwfile", passwordFile]
        } else {
            arguments += ["-A", "trust"]
        }
        defer { unlink(passwordFile) }
        let ending = try await ChildProcess.run(initdb, arguments, directory: "/", user: account?.name)
        guard ending.status == 0 else {
            var isOutOfReach = false
            if let account {
                let look = try await ChildProcess.run("/bin/ls", [directory], directory: "/", user: account.name)
                isOutOfReach = look.status != 0
            }
            throw Fault(
                isOutOfReach ? .denied : .unreachable, "cannot make a PostgreSQL cluster in \(directory)",
                notes: ending.output.split(separator: "\n").suffix(5).map(String.init),
                help: isOutOfReach
                    ? "choose a directory that user \(account?.name ?? user) can reach, below /tmp for example" : nil)
        }
    }

    private static func arguments(port: Int, directory: String, options: Options) -> [String] {
        // sockaddr_un holds 107 bytes.
        let socketDirectory = directory.utf8.count + "/.s.PGSQL.65535.lock".utf8.count < 107 ? directory : ""
        var settings = [
            "port": String(port), "listen_addresses": "127.0.0.1", "unix_socket_directories": socketDirectory,
            "max_connections": String(options.maximumConnections), "timezone": "UTC", "logging_collector": "off",
        ]
        if !options.syncsToDisk {
            settings["fsync"] = "off"
            settings["synchronous_commit"] = "off"
            settings["full_page_writes"] = "off"
        }
        if let certificate = options.certificate {
            settings["ssl"] = "on"
            settings["ssl_cert_file"] = certificate.path
            settings["ssl_key_file"] = certificate.key
        }
        settings.merge(options.settings) { $1 }
        return settings.sorted { $0.key < $1.key }.flatMap { ["-c", "\($0.key)=\($0.value)"] }
    }

    /// Waits until the server says so and takes a connection; false when it ended or a minute passed.
    private func becomesReady() async -> Bool {
        let deadline = ContinuousClock.now + .seconds(60)
        while process.isAlive, ContinuousClock.now < deadline {
            if let file = PostmasterFile(data: "\(directory)/data"), file.id == process.id, file.isReady,
                Loopback.accepts(port: port)
            {
                return true
            }
            await Pause.short()
        }
        return false
    }

    /// Debian's directories of programs, the newest version first.
    private static func installedVersions() -> [String] {
        let root = "/usr/lib/postgresql"
        guard let handle = opendir(root) else { return [] }
        defer { closedir(handle) }
        var versions: [Int] = []
        while let entry = readdir(handle) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if let version = Int(name) { versions.append(version) }
        }
        return versions.sorted(by: >).map { "\(root)/\($0)/bin" }
    }
}

/// `postmaster.pid` of a data directory. Lines: process id, data directory, start time, port, socket directory, listen
/// address, shared memory, status (PostgreSQL's src/include/utils/pidfile.h).
private struct PostmasterFile {
    let id: pid_t
    let port: Int?
    let isReady: Bool

    init?(data: String) {
        guard let text = File.read("\(data)/postmaster.pid") else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let id = lines.first.flatMap({ pid_t($0) }) else { return nil }
        self.id = id
        port = lines.count > 3 ? Int(lines[3]) : nil
        isReady = lines.count > 7 && lines[7].hasPrefix("ready")
    }
}
