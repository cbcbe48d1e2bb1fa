import CPostgres
import Threads

/// The rows of one statement in batches, read as they are asked for: constant memory, whatever the number of rows.
///
/// A consumer that stops early, or whose task is cancelled, cancels the statement; the connection stays usable. Until
/// the last row was read, or the iterator is gone, the connection refuses other statements (`connectionBusy`).
package struct Batches<Value: Sendable>: AsyncSequence, Sendable {
    package typealias Element = [Value]

    let connection: PostgresConnection
    let statement: Statement
    let size: Int
    let isCopy: Bool
    let decode: @Sendable (borrowing Row) throws -> Value

    package func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(batches: self)
    }

    package struct AsyncIterator: AsyncIteratorProtocol {
        let batches: Batches
        private var lease: Lease?
        private var isOver = false

        init(batches: Batches) {
            self.batches = batches
        }

        package mutating func next() async throws -> [Value]? {
            guard !isOver else { return nil }
            do {
                let lease: Lease
                if let open = self.lease {
                    lease = open
                } else {
                    let cursor = try await batches.connection.open(batches.statement, isCopy: batches.isCopy)
                    lease = Lease(connection: batches.connection, cursor: cursor)
                    self.lease = lease
                }
                let batch = try await batches.connection.read(lease.cursor, batches.size, batches.decode)
                if batch.count < batches.size {
                    isOver = true
                    self.lease = nil
                }
                return batch.isEmpty ? nil : batch
            } catch {
                isOver = true
                lease = nil
                throw error
            }
        }
    }

    /// Tells the connection when the iterator is gone.
    private final class Lease: Sendable {
        let connection: PostgresConnection
        let cursor: Cursor

        init(connection: PostgresConnection, cursor: Cursor) {
            self.connection = connection
            self.cursor = cursor
        }

        deinit {
            cursor.abandon()
            // The next statement would close it; a connection without one must not keep the server at work.
            Task { [connection, cursor] in await connection.finish(cursor) }
        }
    }
}

/// A statement whose rows are being read one by one.
package final class Cursor: Sendable {
    private let state = Monitor(false)

    /// True once nobody will ask for more rows.
    var isAbandoned: Bool { state.change { $0 } }

    func abandon() {
        state.change { $0 = true }
    }
}

extension PostgresConnection {
    /// The rows of a statement in batches of `size`.
    package nonisolated func batches<Value: Sendable>(
        _ statement: Statement, size: Int = 1_000, _ decode: @escaping @Sendable (borrowing Row) throws -> Value
    ) -> Batches<Value> {
        Batches(connection: self, statement: statement, size: size, isCopy: false, decode: decode)
    }

    /// The rows of `copy (select …) to stdout (format binary)` in batches: half the work of `batches` for this program.
    ///
    /// A copy takes no bind parameters (use `\(literal:)`) and its rows carry no types: a column has to be asked for as
    /// what it is. `Int64` reads whole numbers of every width, `String` only text; cast anything else in the statement.
    package nonisolated func copyOut<Value: Sendable>(
        _ statement: Statement, size: Int = 1_000, _ decode: @escaping @Sendable (borrowing Row) throws -> Value
    ) -> Batches<Value> {
        Batches(connection: self, statement: statement, size: size, isCopy: true, decode: decode)
    }

    /// Begins to read the rows of a statement one by one. The connection takes no other statement until the last was
    /// read, or the transaction ended.
    package func open(_ statement: Statement) async throws -> Cursor { try await open(statement, isCopy: false) }

    /// Hands the next rows to `body` until it returns false.
    ///
    /// - Returns: false when there are no more.
    package func read(_ cursor: Cursor, _ body: (borrowing Row) throws -> Bool) async throws -> Bool {
        guard let link, self.cursor === cursor else {
            throw PostgresError(.connectionLost, "the connection was closed", severity: "FATAL")
        }
        do {
            return try await cancellable(on: link) { link in
                var goesOn = true
                while goesOn {
                    guard try link.nextRow({ goesOn = try body($0) }) else {
                        self.cursor = nil
                        return false
                    }
                }
                return true
            }
        } catch {
            finish(cursor)
            throw error
        }
    }

    func open(_ statement: Statement, isCopy: Bool) async throws -> Cursor {
        try await cancellable { link in
            try link.send(statement)
            if isCopy {
                try link.beginCopyOut()
            } else {
                try link.readRowByRow()
            }
        }
        let cursor = Cursor()
        self.cursor = cursor
        return cursor
    }

    /// Up to `size` rows; fewer mean that there are no more.
    func read<Value: Sendable>(
        _ cursor: Cursor, _ size: Int, _ decode: @Sendable (borrowing Row) throws -> Value
    ) async throws -> [Value] {
        guard let link, self.cursor === cursor else {
            throw PostgresError(.connectionLost, "the connection was closed", severity: "FATAL")
        }
        do {
            let batch = try await cancellable(on: link) { link in
                var batch: [Value] = []
                batch.reserveCapacity(size)
                while batch.count < size, try link.nextRow({ batch.append(try decode($0)) }) {}
                return batch
            }
            if batch.count < size { self.cursor = nil }
            return batch
        } catch {
            finish(cursor)
            throw error
        }
    }

    /// Cancels what is left of the rows and makes the connection free.
    func finish(_ cursor: Cursor) {
        guard self.cursor === cursor else { return }
        self.cursor = nil
        guard let link, !link.isBroken else { return }
        // Harmless when the last row is on its way already.
        link.canceller.cancelNow()
        link.endRowByRow()
        link.endCopy()
        link.drain()
    }
}

extension Link {
    /// Hands the next row to `body`; false when there are no more.
    func nextRow(_ body: (borrowing Row) throws -> Void) throws -> Bool {
        if isCopying { return try nextCopiedRow(body) }
        while let result = next() {
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_SINGLE_TUPLE:
                try each(of: result, body)
                return true
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: continue
            case PGRES_COPY_OUT, PGRES_COPY_IN:
                throw PostgresError(.invalidStatement, "a copy needs copyIn or copyOut")
            default: throw failure(result)
            }
        }
        endRowByRow()
        return false
    }
}
