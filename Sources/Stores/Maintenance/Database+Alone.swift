import Postgres

extension Database where Mode == ReadWrite {
    /// Runs a statement outside of any transaction, as what builds indexes beside others' work wants it. It may take as
    /// long as it needs.
    ///
    /// - Throws: what the database throws.
    func alone(_ statement: Statement) async throws {
        try await unhurried { _ = try await $0.execute(statement) }
    }

    /// The same with a text of the catalog's.
    func alone(script: Script) async throws {
        try await unhurried { try await $0.script(script) }
    }

    private func unhurried(_ body: @Sendable (PostgresConnection) async throws -> Void) async throws {
        try await primary.withConnection { connection in
            try await connection.script("set statement_timeout = 0; set lock_timeout = 0")
            do {
                try await body(connection)
            } catch {
                try? await connection.script("reset statement_timeout; reset lock_timeout")
                throw error
            }
            try await connection.script("reset statement_timeout; reset lock_timeout")
        }
    }
}
