import Model
import Postgres

/// Asks about reports.
package enum Reports {
    /// The account a report is about; nil when there is no such report.
    package static func target(of report: Int64, over connection: PostgresConnection) async throws -> Int64? {
        try await connection.first("select target_account_id from reports where id = \(report)") {
            try $0.value(0, as: Int64.self)
        }
    }
}
