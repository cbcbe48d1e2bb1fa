import Faults
import Postgres

/// The database needed longer for a statement than this program lets it.
package struct TookTooLong: Error, Cancelled {
    package let seconds: Int

    package var wasCancelled: Bool { true }

    /// Bounds every statement of the caller's transaction.
    ///
    /// - Throws: `TookTooLong` in place of the server's own error.
    static func watch<Value: Sendable, Mode: Access>(
        _ seconds: Int, over connection: Transaction<Mode>,
        _ body: (Transaction<Mode>) async throws -> Value
    ) async throws -> Value {
        try await connection.set("statement_timeout", to: "\(seconds)s")
        do {
            return try await body(connection)
        } catch let error as PostgresError where error.kind == .queryCanceled {
            throw TookTooLong(seconds: seconds)
        }
    }
}
