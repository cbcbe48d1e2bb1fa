import Faults
import Glibc
import Processes
import Synchronization

/// A PostgreSQL over files that pgBackRest has put back, in a folder of its own, which nobody but this user reaches.
///
/// Nothing of the server's own settings that could reach out is taken over: it listens on no address, loads no library
/// and keeps no log of its own. What restores, archives and ends the recovery stands in `postgresql.auto.conf`, written
/// by pgBackRest.
package struct PgCluster: Sendable {
    /// `data`, `socket` and the files of who may come in lie in it; the account owns it.
    package let folder: String
    private let deputy: Deputy
    private let control: String
    private let server: Task<Invocation.Ending, any Error>
    private let said = LastWords()

    /// Where its socket is.
    package var host: String { "\(folder)/socket" }
    package static let port = 5_432
    /// Roles that may be a server's first one; who is asked is the owner of its files.
    package let roles: [String]

    /// An empty folder of the account's own below another one.
    ///
    /// - Throws: `EngineError` where the account may not write there.
    package static func folder(below parent: String, for engine: PgBackRest) async throws -> String {
        let path = try await engine.deputy.run("/usr/bin/mktemp", ["-d", "\(parent)/mastoctl-rehearsal.XXXXXX"])
            .prefix { !$0.isNewline }
        let folder = String(path)
        try await engine.deputy.run("/bin/mkdir", ["-m", "0700", "\(folder)/data"])
        try await engine.deputy.run("/bin/mkdir", ["-m", "0711", "\(folder)/socket"])
        // To be passed through, not to be read.
        try await engine.deputy.run("/bin/chmod", ["0711", folder])
        return folder
    }

    package static func remove(_ folder: String, of engine: PgBackRest) async {
        _ = try? await engine.deputy.run("/bin/rm", ["-rf", "--", folder])
    }

    /// Starts it; it takes nobody before it is where it was to be brought to.
    ///
    /// - Parameters:
    ///   - roles: of the databases, that this user may be.
    ///   - log: where the log of changes comes from.
    /// - Throws: `Fault(.configuration)` without PostgreSQL of that version.
    package init(in folder: String, major: Int, roles: [String], log engine: PgBackRest) async throws {
        self.folder = folder
        deputy = engine.deputy
        let postgres = "/usr/lib/postgresql/\(major)/bin/postgres"
        guard access(postgres, X_OK) == 0 else {
            throw Fault(
                .configuration, "PostgreSQL \(major) was not found on this machine",
                notes: ["a server's files are of use to its own version alone"],
                help: "apt-get install postgresql-\(major)")
        }
        control = "/usr/lib/postgresql/\(major)/bin/pg_ctl"
        let own = Deputy.own ?? "root"
        let owner = deputy.user ?? own
        self.roles = ([owner, "postgres"] + roles).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        // By the account of the machine: no password, and nobody else.
        let map = self.roles.map { "mastoctl \"\(own)\" \"\($0)\"\n" }.joined()
        try await Self.write(map, to: "\(folder)/pg_ident.conf", deputy)
        try await Self.write("local all all peer map=mastoctl\n", to: "\(folder)/pg_hba.conf", deputy)
        try await Self.write("", to: "\(folder)/postgresql.conf", deputy)
        let settings = [
            "config_file=\(folder)/postgresql.conf", "hba_file=\(folder)/pg_hba.conf",
            "ident_file=\(folder)/pg_ident.conf", "listen_addresses=", "port=\(Self.port)",
            "unix_socket_directories=\(folder)/socket", "unix_socket_permissions=0777", "hot_standby=off",
            "shared_preload_libraries=", "session_preload_libraries=", "local_preload_libraries=",
            "logging_collector=off", "log_destination=stderr", "ssl=off", "fsync=off", "autovacuum=off",
            "external_pid_file=", "primary_conninfo=", "shared_buffers=128MB", "huge_pages=off",
        ]
        let running = try deputy.invocation(
            postgres, ["-D", "\(folder)/data"] + settings.flatMap { ["-c", $0] },
            environment: engine.place.variables,
            // Asked by the recovery, and kept apart from the real server's own going and coming.
            plain: [
                "PGBACKREST_ARCHIVE_ASYNC": "n", "PGBACKREST_LOCK_PATH": "\(folder)/lock",
                "PGBACKREST_SPOOL_PATH": "\(folder)/spool", "PGBACKREST_LOG_LEVEL_FILE": "off",
            ]
        ).start()
        // A task of its own: it goes on until it is stopped.
        server = Task.detached { [said] in
            let ending = try await running.ending()
            let words = ending.lines.isEmpty ? ["it ended with status \(ending.status)"] : ending.lines
            said.words.withLock { $0 = words }
            return ending
        }
    }

    /// What it said when it ended by itself; nil while it runs.
    package var lastWords: [String]? { said.words.withLock { $0 } }

    /// Ends it at once and removes everything.
    package func stop() async {
        _ = try? await deputy.run(control, ["-D", "\(folder)/data", "-m", "immediate", "-w", "stop"])
        _ = try? await server.value
        _ = try? await deputy.run("/bin/rm", ["-rf", "--", folder])
    }

    private static func write(_ text: String, to path: String, _ deputy: Deputy) async throws {
        try await deputy.run("/usr/bin/tee", [path], input: .bytes(Array(text.utf8)))
    }
}

private final class LastWords: Sendable {
    let words = Mutex<[String]?>(nil)
}
