import Faults
import Glibc
import Model
import Postgres
import Processes
import Sandbox

/// A PostgreSQL whose log goes to pgBackRest, with an encrypted repository, in a folder of its own.
///
/// The server's own configuration file has the repository's password; `configuration` has none, so that whoever uses it
/// needs `variables`.
package struct ArchivingServer: Sendable {
    package let folder: String
    package let postgres: PostgresServer
    /// The account of the server; nil for that of the tests.
    package let user: String?
    package var configuration: String { "\(folder)/pgbackrest.conf" }
    package var repository: String { "\(folder)/repository" }
    package var port: Int { postgres.port }
    package static let stanza = "test"
    package static let password = "a-word-that-nobody-sees"
    package static let variables = ["PGBACKREST_REPO1_CIPHER_PASS": password]

    package static let isInstalled = getenv("CI") != nil || Executable.find("pgbackrest") != nil

    /// Starts one, with a stanza.
    package static func make() async throws -> ArchivingServer {
        let shared = try await TestServers.shared.running()
        let number = await TestServers.shared.number()
        let folder = "\(shared.folder)/archiving\(number)"
        let account = try Account.unprivileged()
        for path in [folder, "\(folder)/repository", "\(folder)/lock", "\(folder)/spool"] {
            guard mkdir(path, 0o755) == 0 else { throw Fault(.inputOutput, "cannot make \(path)") }
            if let account { chown(path, account.id, account.group) }
        }
        var options = PostgresServer.Options()
        options.isDetached = true
        options.hasChecksums = true
        options.settings = [
            "wal_level": "replica", "full_page_writes": "on", "max_wal_senders": "2", "autovacuum": "off",
            "archive_mode": "on", "dynamic_shared_memory_type": "mmap", "max_wal_size": "64MB",
        ]
        let common = """
            [global]
            repo1-path=\(folder)/repository
            repo1-cipher-type=aes-256-cbc
            lock-path=\(folder)/lock
            spool-path=\(folder)/spool
            log-level-file=off
            log-level-console=off
            compress-level=1
            start-fast=y

            """
        TextFile.write("\(common)repo1-cipher-pass=\(password)\n", to: "\(folder)/server.conf")
        if let account { chown("\(folder)/server.conf", account.id, account.group) }
        chmod("\(folder)/server.conf", 0o600)
        let postgres = try await PostgresServer.start(in: "\(folder)/postgres", options: options)
        let server = ArchivingServer(folder: folder, postgres: postgres, user: account?.name)
        TextFile.write(
            """
            \(common)
            [\(stanza)]
            pg1-path=\(folder)/postgres/data
            pg1-port=\(postgres.port)
            pg1-socket-path=\(folder)/postgres
            pg1-user=\(PostgresServer.user)

            """, to: server.configuration)
        chmod(server.configuration, 0o644)
        _ = try await server.pgbackrest("stanza-create")
        // As it stands in the files of many servers, and so in every copy of them.
        let line = "pgbackrest --config=\(folder)/server.conf --stanza=\(stanza)"
        try await server.pretend("archive_mode", is: "on")
        try await server.pretend(
            "archive_command", is: "\(line) --pg1-path=\(folder)/postgres/data archive-push %p")
        return server
    }

    /// A session with a database of it.
    package func connect(_ database: String = "postgres") async throws -> PostgresConnection {
        try await PostgresConnection.connect(
            ConnectionSettings(
                host: postgres.host, port: postgres.port, database: database, user: PostgresServer.user))
    }

    package func execute(_ statement: Statement, in database: String = "postgres") async throws {
        let connection = try await connect(database)
        _ = try await connection.execute(statement)
        await connection.close()
    }

    /// Writes a setting into the server's own files, where copies of them have it, too.
    package func pretend(_ setting: String, is value: String) async throws {
        let connection = try await connect()
        try await connection.script(Script(trusted: "alter system set \(setting) = '\(value)'"))
        _ = try await connection.execute("select pg_reload_conf()")
        await connection.close()
    }

    package func text(_ statement: Statement, in database: String = "postgres") async throws -> String? {
        let connection = try await connect(database)
        let text = try await connection.first(statement) { try $0.value(0, as: String.self) }
        await connection.close()
        return text
    }

    /// The file of a table's first pages, all of which are on the disk.
    package func page(of table: String) async throws -> String? {
        try await execute("checkpoint")
        return try await text(
            "select current_setting('data_directory') || '/' || pg_relation_filepath(\(table)::regclass)")
    }

    package func stop() async { await postgres.stop() }

    /// Sends what was written so far to the archive, and waits until it is there.
    package func archive() async throws {
        let name = try await text("select pg_walfile_name(pg_switch_wal())") ?? ""
        try await untilTrue("the log is archived") {
            (try await text("select coalesce(last_archived_wal, '') from pg_stat_archiver") ?? "") >= name
        }
    }

    /// Copies a database of another server of this machine.
    package func take(_ database: ConnectionSettings) async throws {
        let name = database.database ?? ""
        try await execute("create database \(identifier: name)")
        let line =
            "pg_dump -h \(postgres.host) -p \(database.port ?? "") -U \(PostgresServer.user) \(name)"
            + " | psql -q -v ON_ERROR_STOP=1 -h \(postgres.host) -p \(postgres.port) -U \(PostgresServer.user) \(name)"
        let ending = try await Invocation("/bin/bash", ["-o", "pipefail", "-c", line], directory: "/").run()
        guard ending.status == 0 else { throw Fault(.inputOutput, ending.complaints) }
    }

    /// pgBackRest itself, as the server's account.
    package func pgbackrest(_ words: String...) async throws -> String {
        let ending = try await Invocation(
            Executable.require("pgbackrest", of: "pgbackrest"),
            Array(words.prefix(1)) + ["--config=\(configuration)", "--stanza=\(Self.stanza)"] + words.dropFirst(),
            environment: Self.variables, directory: "/", user: user
        ).run()
        guard ending.status == 0 else { throw Fault(.inputOutput, "\(words): \(ending.complaints)\(ending.text)") }
        return ending.text
    }

    /// Files below a folder of the repository, with their paths.
    package func files(_ folder: String) async throws -> [String] {
        let ending = try await Invocation("/usr/bin/find", ["\(repository)/\(folder)", "-type", "f"]).run()
        return ending.text.split(separator: "\n").map(String.init).sorted()
    }

    /// Changes a byte in the middle of a file; a second time puts it right.
    package static func flip(_ path: String) throws {
        guard let file = fopen(path, "r+") else { throw Fault(.inputOutput, "cannot open \(path)") }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let middle = ftell(file) / 2
        fseek(file, middle, SEEK_SET)
        let byte = fgetc(file)
        fseek(file, middle, SEEK_SET)
        fputc(byte ^ 0x40, file)
    }
}
