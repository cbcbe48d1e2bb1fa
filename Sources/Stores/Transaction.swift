import Postgres

/// A transaction of a site's database, and what it may do. Questions take one of either mode; changes take one that
/// writes, and only a writing site lends that. Statements are asked and run in this room alone.
package struct Transaction<Mode: Access> {
    private let connection: PostgresConnection

    init(_ connection: PostgresConnection) {
        self.connection = connection
    }

    /// All rows of a statement, each turned into a value on the connection's thread.
    func rows<Value: Sendable>(
        _ statement: Statement, _ decode: @Sendable (borrowing Row) throws -> Value
    ) async throws -> [Value] {
        try await connection.rows(statement, decode)
    }

    /// The first row, or nil when there is none.
    func first<Value: Sendable>(
        _ statement: Statement, _ decode: @Sendable (borrowing Row) throws -> Value
    ) async throws -> Value? {
        try await connection.first(statement, decode)
    }

    /// Sets a parameter of the server's until the transaction ends.
    func set(_ parameter: String, to value: String) async throws {
        _ = try await first("select set_config(\(parameter), \(value), true)") { _ in true }
    }

    /// Keeps the planner to indexes until the transaction ends, where a wrong estimate must not turn a page into a pass
    /// over a whole table.
    func useIndexes() async throws {
        _ = try await first(
            """
            select
                set_config('enable_seqscan', 'off', true),
                set_config('enable_hashjoin', 'off', true),
                set_config('enable_mergejoin', 'off', true)
            """
        ) { _ in true }
    }

    /// Works on the connection's own thread, for what reads rows piece by piece.
    func onItsThread<Value: Sendable>(
        _ body: @Sendable (isolated PostgresConnection) async throws -> Value
    ) async throws -> Value {
        try await body(connection)
    }

    /// Adds up the rows of a statement into a value, on the connection's thread.
    func reduce<Value: Sendable>(
        _ statement: Statement, into value: Value, _ add: @Sendable (inout Value, borrowing Row) throws -> Void
    ) async throws -> Value {
        try await connection.reduce(statement, into: value, add)
    }
}

/// It ends with the closure it is lent to, and cannot leave it.
@available(*, unavailable)
extension Transaction: Sendable {}

extension Transaction where Mode == ReadWrite {
    /// Runs a statement and returns how many rows it changed.
    @discardableResult
    func execute(_ statement: Statement) async throws -> Int {
        try await connection.execute(statement)
    }

    /// Its number, by which a later run can ask what became of it.
    func id() async throws -> Int64 {
        try await connection.first("select txid_current()") { try $0.value(0, as: Int64.self) } ?? 0
    }
}

/// What became of a transaction.
enum TransactionFate: Sendable {
    case committed, aborted, underWay
    /// So long ago that the server has forgotten.
    case unknown
}

extension Transaction {
    /// Source: PostgreSQL 10 and later, `txid_status`.
    func fate(of transaction: Int64) async throws -> TransactionFate {
        let known = try await first(
            """
            select case when \(transaction) <= txid_snapshot_xmax(txid_current_snapshot()) then txid_status(\(transaction)) end
            """
        ) { try $0.value(0, as: String?.self) }
        switch known ?? nil {
        case "committed"?: return .committed
        case "aborted"?: return .aborted
        case "in progress"?: return .underWay
        default: return .unknown
        }
    }
}
