import Faults
import Postgres

/// The database needed longer for a statement than this program lets it.
package struct TookTooLong: Error {
    package let seconds: Int

    /// Bounds every statement of the caller's transaction.
    ///
    /// - Throws: `TookTooLong` in place of the server's own error.
    static func watch<Value: Sendable>(
        _ seconds: Int, over connection: isolated PostgresConnection,
        _ body: (isolated PostgresConnection) async throws -> Value
    ) async throws -> Value {
        _ = try await connection.execute("select set_config('statement_timeout', \("\(seconds)s"), true)")
        do {
            return try await body(connection)
        } catch let error as PostgresError where error.kind == .queryCanceled {
            throw TookTooLong(seconds: seconds)
        }
    }
}
