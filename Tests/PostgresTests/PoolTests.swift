import Glibc
import Postgres
import Processes
import Sandbox
import Testing

/// How many are in a place at once.
private actor Presence {
    private var now = 0
    private(set) var most = 0

    func enter() {
        now += 1
        most = max(most, now)
    }

    func leave() { now -= 1 }
}

@Suite struct `Pools, poolers and failing servers` {
    @Test func `a pool lends no more than its limit and works side by side`() async throws {
        let pool = PostgresPool(try await SharedServer.settings(), limit: 3)
        let presence = Presence()
        let processes = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<12 {
                group.addTask {
                    try await pool.withConnection { connection in
                        await presence.enter()
                        let process = try await connection.first("select pg_backend_pid() from pg_sleep(0.1)") {
                            try $0[0] as Int
                        }
                        await presence.leave()
                        return process ?? 0
                    }
                }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(processes.count == 3)
        // Were the threads of Swift's pool blocked, there would be no more than one for each core.
        #expect(await presence.most == 3)
        await pool.close()
        await #expect(throws: PostgresError.self) { try await pool.withConnection { _ in } }
    }

    @Test func `a connection comes back clean, a broken one is replaced`() async throws {
        let pool = PostgresPool(try await SharedServer.settings(), limit: 1)
        let first = try await pool.withConnection { connection in
            try await connection.execute("begin")
            return try await connection.first("select pg_backend_pid()") { try $0[0] as Int }
        }
        let second = try await pool.withConnection { connection in
            #expect(await !connection.isInTransaction)
            return try await connection.first("select pg_backend_pid()") { try $0[0] as Int }
        }
        #expect(first == second)
        let observer = try await SharedServer.connect()
        try await observer.execute("select pg_terminate_backend(\(try #require(first))::integer)")
        while try await observer.first(
            "select count(*) from pg_stat_activity where pid = \(try #require(first))", { try $0[0] as Int }) != 0
        {}
        let third = try await pool.transaction { try await $0.first("select pg_backend_pid()") { try $0[0] as Int } }
        #expect(third != first)
        await pool.close()
    }

    @Test func `who waits for a place and is cancelled goes away`() async throws {
        let pool = PostgresPool(try await SharedServer.settings(), limit: 1)
        try await pool.withConnection { _ in
            let waiting = Task { try await pool.withConnection { _ in } }
            waiting.cancel()
            await #expect(throws: CancellationError.self) { try await waiting.value }
        }
        try await pool.withConnection { try await $0.execute("select 1") }
        await pool.close()
    }

    @Test func `a server that dies in the middle of a statement or a stream is a lost connection`() async throws {
        let directory = temporaryDirectory()
        let server = try await PostgresServer.start(in: directory + "/pg")
        let settings = ConnectionSettings(host: server.host, port: server.port, database: "postgres", user: "postgres")
        let sleeping = try await PostgresConnection.connect(settings)
        let streaming = try await PostgresConnection.connect(settings)
        let task = Task { try await sleeping.execute("select pg_sleep(600)") }
        let streamed = await #expect(throws: PostgresError.self) {
            var isFirst = true
            for try await _ in streaming.batches("select generate_series(1, 100000000)", { try $0[0] as Int }) {
                if isFirst { server.abort() }
                isFirst = false
            }
        }
        #expect(streamed?.isTransient == true, "\(String(describing: streamed))")
        let lost = await #expect(throws: PostgresError.self) { try await task.value }
        #expect(lost?.isTransient == true, "\(String(describing: lost))")
        await server.stop()
        try await remove(directory)
    }

    @Test(.enabled(if: Executable.find("pgbouncer") != nil || getenv("CI") != nil, "pgbouncer is not installed"))
    func `a pooler in transaction mode is recognised and everything works through it`() async throws {
        let directory = temporaryDirectory()
        let server = try await PostgresServer.start(in: directory + "/pg")
        let port = try Loopback.freePort()
        let bouncer = try await startBouncer(in: directory, port: port, to: server.port)
        let settings = ConnectionSettings(host: "127.0.0.1", port: port, database: "postgres", user: "postgres")
        let one = try await PostgresConnection.connect(settings)
        let two = try await PostgresConnection.connect(settings)
        #expect(try await one.isPooled())
        #expect(try await !one.setSessionReadOnly())
        // Two sessions, one server connection: what is left in a session would show up in the other.
        for round in 0..<50 {
            #expect(try await one.first("select \(round)") { try $0[0] as Int } == round)
            #expect(try await two.first("select \("ü")::text") { try $0[0] as String } == "ü")
        }
        let refused = await #expect(throws: PostgresError.self) {
            try await one.transaction(readOnly: true) { try await $0.execute("create table t (id bigint)") }
        }
        #expect(refused?.kind == .readOnly)
        try await two.script("create table t (id bigint)")
        try await one.copyIn(table: "t", columns: ["id"]) { writer in
            for index in 0..<5_000 { try writer.row { $0.add(index) } }
        }
        var count = 0
        for try await batch in two.batches("select id from t order by id", { try $0[0] as Int }) {
            count += batch.count
        }
        #expect(count == 5_000)
        #expect(try await one.pipeline((0..<600).map { "delete from t where id = \($0)" }).reduce(0, +) == 600)
        for try await _ in one.batches("select generate_series(1, 100000000)", { try $0[0] as Int }) { break }
        let task = Task { try await one.execute("select pg_sleep(600)") }
        task.cancel()
        await #expect(throws: CancellationError.self) { _ = try await task.value }
        #expect(try await one.first("select count(*) from t") { try $0[0] as Int } == 4_400)
        bouncer.send(SIGKILL)
        _ = await bouncer.wait()
        await server.stop()
        try await remove(directory)
    }

    private func startBouncer(in directory: String, port: Int, to server: Int) async throws -> ChildProcess {
        let program = try Executable.require("pgbouncer", of: "pgbouncer")
        let account = try Account.unprivileged()
        let text = """
            [databases]
            postgres = host=127.0.0.1 port=\(server) pool_size=1
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = \(port)
            unix_socket_dir =
            auth_type = any
            pool_mode = transaction
            """
        // "any" logs in as one user, which the database has to name.
        let file = try #require(fopen("\(directory)/pgbouncer.ini", "w"))
        fputs(text.replacing("pool_size=1", with: "pool_size=1 user=postgres") + "\n", file)
        fclose(file)
        chmod("\(directory)/pgbouncer.ini", 0o644)
        let child = try ChildProcess.spawn(
            program, ["\(directory)/pgbouncer.ini"], output: .file("\(directory)/pgbouncer.log"),
            user: account?.name)
        while !Loopback.accepts(port: port) {
            try #require(child.status() == nil, "pgbouncer ended")
        }
        return child
    }

    @Test func `TLS is verified, CA and name`() async throws {
        let directory = temporaryDirectory()
        let openssl = try Executable.require("openssl", of: "openssl")
        func run(_ words: [String]) async throws {
            let ending = try await ChildProcess.run(openssl, words, directory: directory)
            try #require(ending.status == 0, "\(ending.output)")
        }
        let ec = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
        try await run(["req", "-x509"] + ec + ["-subj", "/CN=ca", "-keyout", "ca.key", "-out", "ca.pem"])
        try await run(["req", "-x509"] + ec + ["-subj", "/CN=other", "-keyout", "o.key", "-out", "other.pem"])
        try await run(
            ["req", "-x509"] + ec + [
                "-subj", "/CN=server", "-addext", "subjectAltName=DNS:localhost", "-CA", "ca.pem", "-CAkey", "ca.key",
                "-keyout", "server.key", "-out", "server.pem",
            ])
        if let account = try Account.unprivileged() { chown("\(directory)/server.key", account.id, account.group) }
        var options = PostgresServer.Options()
        options.certificate = ("\(directory)/server.pem", "\(directory)/server.key")
        let server = try await PostgresServer.start(in: directory + "/pg", options: options)
        var settings = ConnectionSettings(host: "localhost", port: server.port, database: "postgres", user: "postgres")
        settings.tlsMode = .verifyFull
        settings.rootCertificate = "\(directory)/ca.pem"
        #expect(try await PostgresConnection.connect(settings).isEncrypted)
        settings.rootCertificate = "\(directory)/other.pem"
        #expect(await failure(settings)?.kind == .tlsFailed)
        settings.rootCertificate = "\(directory)/ca.pem"
        settings.host = "127.0.0.1"
        #expect(await failure(settings)?.kind == .tlsFailed)
        settings.tlsMode = .verifyCA
        #expect(try await PostgresConnection.connect(settings).isEncrypted)
        settings.rootCertificate = "/no/such/file"
        #expect(await failure(settings)?.kind == .tlsFailed)
        // A server without TLS.
        var plain = try await SharedServer.settings()
        plain.tlsMode = .require
        #expect(await failure(plain)?.kind == .tlsFailed)
        await server.stop()
        try await remove(directory)
    }

    private func failure(_ settings: ConnectionSettings) async -> PostgresError? {
        await #expect(throws: PostgresError.self) { try await PostgresConnection.connect(settings) }
    }
}
