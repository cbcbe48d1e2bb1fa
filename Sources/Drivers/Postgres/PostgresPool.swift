/// Up to so many connections to one database, opened when needed.
///
/// A connection is lent to one caller at a time and comes back clean: an open transaction is rolled back, a broken
/// connection is replaced. Callers beyond the limit wait in order.
package actor PostgresPool {
    package nonisolated let limit: Int
    private let settings: ConnectionSettings
    private let prepare: @Sendable (PostgresConnection) async throws -> Void
    private var idle: [PostgresConnection] = []
    private var lent = 0
    /// Those that somebody works with now.
    private var atWork: [ObjectIdentifier: PostgresConnection] = [:]
    private var waiting: [Waiter] = []
    private var nextWaiter = 0
    private var isClosed = false

    private struct Waiter {
        var id: Int
        /// Resumed with true when a place is the waiter's, with false when it was cancelled or the pool closed.
        var continuation: CheckedContinuation<Bool, Never>
    }

    /// `prepare` runs once on each new connection.
    package init(
        _ settings: ConnectionSettings, limit: Int = 4,
        prepare: @escaping @Sendable (PostgresConnection) async throws -> Void = { _ in }
    ) {
        self.settings = settings
        self.limit = max(1, limit)
        self.prepare = prepare
    }

    /// Lends a connection to `body`.
    @discardableResult
    package func withConnection<Result: Sendable>(
        _ body: @Sendable (PostgresConnection) async throws -> Result
    ) async throws -> Result {
        try await takePlace()
        let connection: PostgresConnection
        do {
            connection = try await connected()
        } catch {
            leavePlace()
            throw error
        }
        atWork[ObjectIdentifier(connection)] = connection
        do {
            let result = try await body(connection)
            await giveBack(connection)
            return result
        } catch {
            await giveBack(connection)
            throw error
        }
    }

    /// As `PostgresConnection.transaction`, on a connection of the pool.
    @discardableResult
    package func transaction<Result: Sendable>(
        readOnly: Bool = false, isolation: Isolation = .readCommitted,
        _ body: @Sendable (isolated PostgresConnection) async throws -> Result
    ) async throws -> Result {
        try await withConnection { try await $0.transaction(readOnly: readOnly, isolation: isolation, body) }
    }

    /// Closes what is idle now and what is lent when it comes back; nothing is lent any more.
    package func close() async {
        isClosed = true
        for waiter in waiting { waiter.continuation.resume(returning: false) }
        waiting = []
        let connections = idle
        idle = []
        for connection in connections { await connection.close() }
    }

    private func connected() async throws -> PostgresConnection {
        while let connection = idle.popLast() {
            if await connection.isHealthy() { return connection }
            await connection.close()
        }
        let connection = try await PostgresConnection.connect(settings)
        try await prepare(connection)
        return connection
    }

    /// Cancels every statement under way; each throws `queryCanceled`.
    package func cancelStatements() {
        for connection in atWork.values { connection.cancelStatement() }
    }

    /// Lends a connection beyond the limit, for what must not wait for the others.
    package nonisolated func withConnectionOfItsOwn<Result: Sendable>(
        _ body: @Sendable (PostgresConnection) async throws -> Result
    ) async throws -> Result {
        let connection = try await PostgresConnection.connect(settings)
        do {
            let result = try await body(connection)
            await connection.close()
            return result
        } catch {
            await connection.close()
            throw error
        }
    }

    private func giveBack(_ connection: PostgresConnection) async {
        atWork[ObjectIdentifier(connection)] = nil
        if await connection.recycle(), !isClosed {
            idle.append(connection)
        } else {
            await connection.close()
        }
        leavePlace()
    }

    private func takePlace() async throws {
        try Task.checkCancellation()
        guard !isClosed else { throw PostgresError(.connectionLost, "the pool is closed") }
        if lent < limit {
            lent += 1
            return
        }
        let id = nextWaiter
        nextWaiter += 1
        let isGranted = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if Task.isCancelled {
                    continuation.resume(returning: false)
                } else {
                    waiting.append(Waiter(id: id, continuation: continuation))
                }
            }
        } onCancel: {
            Task { await self.giveUp(id) }
        }
        guard isGranted else {
            try Task.checkCancellation()
            throw PostgresError(.connectionLost, "the pool is closed")
        }
    }

    private func giveUp(_ id: Int) {
        guard let index = waiting.firstIndex(where: { $0.id == id }) else { return }
        waiting.remove(at: index).continuation.resume(returning: false)
    }

    /// Hands the place to the one who waits longest.
    private func leavePlace() {
        if waiting.isEmpty {
            lent -= 1
        } else {
            waiting.removeFirst().continuation.resume(returning: true)
        }
    }
}
