import CPostgres
import Glibc
import Threads

/// A session with PostgreSQL on a thread of its own.
///
/// One statement runs at a time. Only unnamed statements are used and nothing is kept in the session, so that a pooler in
/// transaction mode may stand between. Cancelling the task cancels the statement at the server and throws
/// `CancellationError`; the connection stays usable. Otherwise `PostgresError`, `ColumnMismatch` or what a closure threw.
package actor PostgresConnection {
    private let executor: ThreadExecutor
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    var link: Link?
    /// The rows being read one by one, if any.
    var cursor: Cursor?
    var isInTransactionBody = false
    private var pooled: Bool?
    /// That of the session that stands, for those who do not wait for the actor's thread.
    private let canceller = Monitor<Canceller?>(nil)
    /// What each transaction begins with: nothing may be left in a session that a pooler lends.
    let bounds: String

    private init(_ settings: ConnectionSettings) {
        executor = ThreadExecutor()
        bounds = settings.transactionBounds
    }

    /// - Throws: `PostgresError` of kind `connectionFailed`, `authenticationFailed`, `databaseMissing`, `tlsFailed`,
    ///   `tooManyConnections`, `shuttingDown`, `invalidSettings` …
    package static func connect(_ settings: ConnectionSettings) async throws -> PostgresConnection {
        let connection = PostgresConnection(settings)
        try await connection.open(settings)
        return connection
    }

    private func open(_ settings: ConnectionSettings) throws {
        let link = try Link.connect(settings)
        canceller.change { $0 = link.canceller }
        self.link = link
    }

    /// Cancels the statement under way, if any, at the server; it throws `queryCanceled`.
    package nonisolated func cancelStatement() {
        canceller.change { $0 }?.cancel()
    }

    /// Ends the session. Whatever comes later throws `connectionLost`.
    package func close() {
        cursor = nil
        canceller.change { $0 = nil }
        link = nil
    }

    // MARK: - statements

    /// All rows of a statement, each turned into a value by `decode` on the connection's thread.
    package func rows<Value: Sendable>(
        _ statement: Statement, _ decode: @Sendable (borrowing Row) throws -> Value
    ) async throws -> [Value] {
        try await cancellable { link in
            var values: [Value] = []
            _ = try link.perform(statement) { values.append(try decode($0)) }
            return values
        }
    }

    /// Adds up the rows of a statement into a value, on the connection's thread.
    package func reduce<Value: Sendable>(
        _ statement: Statement, into value: Value, _ add: @Sendable (inout Value, borrowing Row) throws -> Void
    ) async throws -> Value {
        try await cancellable { link in
            var value = value
            _ = try link.perform(statement) { try add(&value, $0) }
            return value
        }
    }

    /// The first row, or nil when there is none.
    package func first<Value: Sendable>(
        _ statement: Statement, _ decode: @Sendable (borrowing Row) throws -> Value
    ) async throws -> Value? {
        try await cancellable { link in
            var value: Value?
            _ = try link.perform(statement) { row in if value == nil { value = .some(try decode(row)) } }
            return value
        }
    }

    /// Runs a statement and returns how many rows it changed, or read.
    @discardableResult
    package func execute(_ statement: Statement) async throws -> Int {
        try await cancellable { link in try link.perform(statement) { _ in } }
    }

    /// Runs a text of several statements, in one transaction unless it has its own.
    package func script(_ script: Script) async throws {
        try await cancellable { link in
            guard !script.text.utf8.contains(0) else {
                throw PostgresError(.invalidStatement, "the script holds a NUL")
            }
            guard PQsendQuery(link.pointer, script.text) == 1 else { throw link.failure() }
            if let error = link.drain() { throw error }
        }
    }

    // MARK: - about the session

    /// As in `150020`.
    package var serverVersion: Int { link.map { Int(PQserverVersion($0.pointer)) } ?? 0 }

    /// True while the session can be used at all.
    package var isOpen: Bool { link.map { !$0.isBroken } ?? false }

    /// True inside a transaction, also a failed one.
    package var isInTransaction: Bool { link?.isInTransaction ?? false }

    /// True when the session goes through TLS.
    package var isEncrypted: Bool { link.map { PQsslInUse($0.pointer) == 1 } ?? false }

    /// What the server reports without being asked: `server_version`, `TimeZone`, `in_hot_standby` …
    package func parameterStatus(_ name: String) -> String? {
        link.flatMap { PQparameterStatus($0.pointer, name) }.map { String(cString: $0) }
    }

    /// True when a pooler stands between, so that nothing may be left in the session.
    ///
    /// PostgreSQL tells a client its process id for cancelling; a pooler makes up a key of its own, since the client's
    /// server changes. A pooler in session mode looks the same, and is treated the same.
    package func isPooled() async throws -> Bool {
        if let pooled { return pooled }
        let process: Int32? = try await first("select pg_backend_pid()") { try $0[0] }
        let answer = link.map { PQbackendPID($0.pointer) != process } ?? true
        pooled = answer
        return answer
    }

    /// Lets the server refuse writes in this session. Returns false, and does nothing, behind a pooler: there only
    /// `transaction(readOnly:)` protects.
    @discardableResult
    package func setSessionReadOnly() async throws -> Bool {
        guard try await !isPooled() else { return false }
        try await execute("set default_transaction_read_only = on")
        return true
    }

    /// False when the server has closed an idle session meanwhile.
    package func isHealthy() -> Bool {
        guard let link, !link.isBroken else { return false }
        var descriptor = pollfd(fd: PQsocket(link.pointer), events: Int16(POLLIN), revents: 0)
        guard poll(&descriptor, 1, 0) > 0 else { return true }
        // Something came unasked: a changed setting, or a farewell. Only a round trip tells.
        return (try? link.perform("") { _ in }) != nil
    }

    // MARK: - the machinery

    /// Runs `body` on the connection's thread so that cancelling the task cancels the statement.
    func cancellable<Result: Sendable>(_ body: (Link) throws -> Result) async throws -> Result {
        try Task.checkCancellation()
        let link = try ready()
        return try await cancellable(on: link, body)
    }

    /// As `cancellable`, also while rows are being read one by one.
    func cancellable<Result: Sendable>(on link: Link, _ body: (Link) throws -> Result) async throws -> Result {
        let canceller = link.canceller
        let statement = canceller.begin()
        return try await withTaskCancellationHandler {
            try run(body, on: link)
        } onCancel: {
            canceller.cancel(statement)
        }
    }

    /// A method of the actor, not a closure: a closure that does not use `self` would run, and block, on Swift's pool.
    private func run<Result>(_ body: (Link) throws -> Result, on link: Link) throws -> Result {
        defer { link.canceller.end() }
        try Task.checkCancellation()
        do {
            return try body(link)
        } catch let error as PostgresError where error.kind == .queryCanceled && Task.isCancelled {
            throw CancellationError()
        }
    }

    /// The link, free for the next statement.
    func ready() throws -> Link {
        guard let link else { throw PostgresError(.connectionLost, "the connection is closed", severity: "FATAL") }
        if let cursor {
            guard cursor.isAbandoned else {
                throw PostgresError(.connectionBusy, "the connection is reading the rows of another statement")
            }
            finish(cursor)
        }
        return link
    }
}
