import Postgres
import Support
import Testing

@Suite struct `Sessions` {
    private func failure(_ connection: PostgresConnection, _ statement: Statement) async -> PostgresError? {
        await #expect(throws: PostgresError.self) { try await connection.execute(statement) }
    }

    @Test func `a read-only session refuses a write, and a read-only transaction too`() async throws {
        let connection = try await SharedServer.connect()
        let error = await #expect(throws: PostgresError.self) {
            try await connection.transaction(readOnly: true) { connection in
                try await connection.execute("create table refused (id bigint)")
            }
        }
        #expect(error?.kind == .readOnly)
        #expect(try await connection.isPooled() == false)
        #expect(try await connection.setSessionReadOnly())
        #expect(await failure(connection, "create table refused (id bigint)")?.kind == .readOnly)
    }

    @Test func `errors have the kind their SQLSTATE gives`() async throws {
        let connection = try await SharedServer.connect()
        #expect(await failure(connection, "select * from nowhere")?.kind == .undefinedTable)
        #expect(await failure(connection, "select nothing")?.kind == .undefinedColumn)
        #expect(await failure(connection, "selec")?.kind == .invalidStatement)
        #expect(await failure(connection, "select \("x")::integer")?.kind == .invalidValue)
        try await connection.script(
            "create temporary table p (id bigint primary key check (id < 9)); create temporary table c (p bigint references p)"
        )
        try await connection.execute("insert into p values (\(1))")
        let unique = await failure(connection, "insert into p values (\(1))")
        #expect(unique?.kind == .uniqueViolation)
        #expect(unique?.constraint == "p_pkey")
        #expect(await failure(connection, "insert into p values (null)")?.kind == .notNullViolation)
        #expect(await failure(connection, "insert into p values (\(10))")?.kind == .checkViolation)
        #expect(await failure(connection, "insert into c values (\(5))")?.kind == .foreignKeyViolation)
        let range = await failure(connection, "select 2147483647 + 1")
        #expect(range?.kind == .invalidValue && range?.sqlstate == "22003")
        let slow = await #expect(throws: PostgresError.self) {
            try await connection.transaction { connection in
                try await connection.execute("set local statement_timeout = '20ms'")
                try await connection.execute("select pg_sleep(10)")
            }
        }
        #expect(slow?.kind == .queryCanceled)
    }

    @Test func `a transaction waits for a lock as long as it was told, and leaves nothing in the session`() async throws
    {
        let holder = try await SharedServer.connect()
        try await holder.execute("create table held (id bigint)")
        var settings = try await SharedServer.settings()
        settings.lockTimeout = .milliseconds(50)
        settings.idleTransactionTimeout = .milliseconds(200)
        let connection = try await PostgresConnection.connect(settings)
        try await holder.execute("begin")
        try await holder.execute("lock table held")
        let error = await #expect(throws: PostgresError.self) {
            try await connection.transaction { try await $0.execute("select count(*) from held") }
        }
        #expect(error?.kind == .lockNotAvailable)
        try await holder.execute("rollback")
        let left = try await connection.first("select current_setting('lock_timeout')") {
            try $0.value(0, as: String.self)
        }
        #expect(left == "0")
        await #expect(throws: PostgresError.self) {
            try await connection.transaction { connection in
                try await Task.sleep(for: .milliseconds(500))
                try await connection.execute("select 1")
            }
        }
        try await holder.execute("drop table held")
    }

    @Test func `execute counts the rows it changed`() async throws {
        let connection = try await SharedServer.connect()
        try await connection.execute("create temporary table counted (id bigint)")
        #expect(try await connection.execute("insert into counted select generate_series(1, 7)") == 7)
        #expect(try await connection.execute("delete from counted where id > \(5)") == 2)
        #expect(try await connection.execute("select * from counted") == 5)
    }

    @Test func `a transaction whose body throws leaves nothing, and one that swallows an error is not committed`()
        async throws
    {
        struct Stop: Error {}
        let connection = try await SharedServer.connect()
        try await connection.execute("create temporary table kept (id bigint)")
        await #expect(throws: Stop.self) {
            try await connection.transaction { connection in
                try await connection.execute("insert into kept values (1)")
                throw Stop()
            }
        }
        let swallowed = await #expect(throws: PostgresError.self) {
            try await connection.transaction { connection in
                try await connection.execute("insert into kept values (2)")
                _ = try? await connection.execute("select nothing")
            }
        }
        #expect(swallowed?.kind == .transactionAborted)
        try await connection.transaction(isolation: .serializable) { connection in
            try await connection.execute("insert into kept values (3)")
        }
        #expect(try await connection.rows("select id from kept") { try $0[0] as Int } == [3])
        #expect(await !connection.isInTransaction)
    }

    @Test func `a lock that is not to be had and a deadlock`() async throws {
        let one = try await SharedServer.connect()
        let two = try await SharedServer.connect()
        try await one.script(
            "drop table if exists locked; create table locked (id bigint); insert into locked values (1)")
        try await one.transaction { one in
            try await one.execute("select * from locked for update")
            #expect(await self.failure(two, "select * from locked for update nowait")?.kind == .lockNotAvailable)
            let free: Int? = try await two.first("select id from locked for update skip locked") { try $0[0] }
            #expect(free == nil)
        }
        try await one.execute("drop table locked")
    }

    @Test func `cancelling a task cancels the statement within moments and leaves the connection usable`() async throws
    {
        let connection = try await SharedServer.connect()
        let observer = try await SharedServer.connect()
        let process: Int = try #require(try await connection.first("select pg_backend_pid()") { try $0[0] })
        let task = Task { try await connection.execute("select pg_sleep(3600)") }
        while try await observer.first(
            "select state = 'active' from pg_stat_activity where pid = \(process)", { try $0[0] as Bool }) != true
        {}
        task.cancel()
        // The statement itself would take an hour.
        let isSoon = try await Patience.suffices(.seconds(30)) {
            await #expect(throws: CancellationError.self) { _ = try await task.value }
        }
        #expect(isSoon)
        #expect(try await connection.first("select 1") { try $0[0] as Int } == 1)
    }

    @Test func `a cancel that comes late does not hit the next statement`() async throws {
        let connection = try await SharedServer.connect()
        for _ in 0..<200 {
            let task = Task { try await connection.execute("select 1") }
            task.cancel()
            _ = await task.result
            try await connection.execute("select 2")
        }
    }

    @Test func `a server that is ended in the middle of a statement is a lost connection`() async throws {
        let connection = try await SharedServer.connect()
        let observer = try await SharedServer.connect()
        let process: Int = try #require(try await connection.first("select pg_backend_pid()") { try $0[0] })
        let task = Task { try await connection.execute("select pg_sleep(3600)") }
        while try await observer.first(
            "select pg_terminate_backend(pid) from pg_stat_activity where pid = \(process) and state = 'active'",
            { try $0[0] as Bool }) != true
        {}
        let error = await #expect(throws: PostgresError.self) { try await task.value }
        #expect(error?.kind == .shuttingDown)
        #expect(error?.isTransient == true)
        let next = await #expect(throws: PostgresError.self) { try await connection.execute("select 1") }
        #expect(next?.kind == .connectionLost)
        #expect(await !connection.isOpen)
    }

    @Test func `a pipeline of thousands counts each, and an error undoes its part alone`() async throws {
        let connection = try await SharedServer.connect()
        try await connection.execute("create temporary table piped (id bigint primary key)")
        let counts = try await connection.pipeline((0..<2_000).map { "insert into piped values (\($0))" })
        #expect(counts == Array(repeating: 1, count: 2_000))
        let error = await #expect(throws: PostgresError.self) {
            try await connection.pipeline((2_000..<2_300).map { "insert into piped values (\($0 == 2_280 ? 1 : $0))" })
        }
        #expect(error?.kind == .uniqueViolation)
        #expect(try await connection.first("select count(*) from piped") { try $0[0] as Int } == 2_250)
    }
}
