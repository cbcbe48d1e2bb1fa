import Configuration
import Engines
import Faults
import Postgres

/// Writes tables of the configured server anew by pg_repack, where that can be had.
package struct TableRewriting: Sendable {
    private let configuration: Configuration
    private let purpose: String

    package init(_ configuration: Configuration, purpose: String) {
        self.configuration = configuration
        self.purpose = purpose
    }

    /// Nil when the table was written anew; else why not.
    package func rewrite(_ table: String) async -> String? {
        if let via = configuration.via { return "pg_repack does not go through \(via.text)" }
        // Behind a pooler it would lose its locks.
        let settings = configuration.backup.database ?? configuration.postgres
        do {
            let connection = try await PostgresConnection.connect(ConnectionSettings(settings, purpose: purpose))
            do {
                let obstacle = try await rewrite(table, at: PgPlace(settings), over: connection)
                await connection.close()
                return obstacle
            } catch {
                await connection.close()
                throw error
            }
        } catch {
            let fault = FaultTranslation(configuration).fault(for: error)
            return ([fault.message] + fault.notes).joined(separator: ": ")
        }
    }

    private func rewrite(
        _ table: String, at place: PgPlace, over connection: PostgresConnection
    ) async throws -> String? {
        let found = try await connection.first(
            """
            select
                current_setting('server_version_num')::int / 10000,
                (select extversion from pg_catalog.pg_extension where extname = 'pg_repack')
            """
        ) { (major: try $0.value(0, as: Int.self), version: try $0.value(1, as: String?.self)) }
        guard let found, let version = found.version else {
            return "the extension pg_repack is not in the database (create extension pg_repack)"
        }
        let program = try await PgRepack(forServer: found.major)
        guard program.version == version else {
            return "pg_repack is \(program.version) and its extension \(version) (alter extension pg_repack update)"
        }
        let before = try await file(of: table, over: connection)
        try await program.rewrite(table, at: place)
        // It ends well where somebody held the table for too long.
        return try await file(of: table, over: connection) == before ? "pg_repack has left \(table) as it was" : nil
    }

    private func file(of table: String, over connection: PostgresConnection) async throws -> Int64? {
        try await connection.first("select pg_relation_filenode(\(table)::regclass)::bigint") {
            try $0.value(0, as: Int64?.self)
        } ?? nil
    }
}
