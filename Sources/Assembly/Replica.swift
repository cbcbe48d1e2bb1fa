import Configuration
import Postgres

/// The configured replica, when it can be reached and is fresh enough to answer for the primary.
struct Replica {
    /// Seconds a replica may be behind.
    static let patience = 30.0

    let reached: Configuration
    let purpose: String
    let warn: @Sendable (String) -> Void

    init(_ reached: Configuration, purpose: String, warn: @escaping @Sendable (String) -> Void) {
        self.reached = reached
        self.purpose = purpose
        self.warn = warn
    }

    /// Nil when there is none, or none to rely on; the reason is a warning.
    func pool() async throws -> PostgresPool? {
        guard let settings = reached.replica else { return nil }
        let pool = PostgresPool(ConnectionSettings(settings, purpose: purpose), limit: 4) {
            _ = try await $0.setSessionReadOnly()
        }
        do {
            if let reason = try await reasonAgainst(pool) {
                warn("reading from the primary: the replica at \(settings.address) \(reason)")
                await pool.close()
                return nil
            }
            return pool
        } catch let error as PostgresError {
            warn("reading from the primary: the replica at \(settings.address) does not answer (\(error.kind))")
            await pool.close()
            return nil
        }
    }

    /// A replica that has replayed all it received is fresh however long ago the last commit was.
    private func reasonAgainst(_ pool: PostgresPool) async throws -> String? {
        let state = try await pool.transaction(readOnly: true) { connection in
            try await connection.first(
                """
                select
                    pg_is_in_recovery(),
                    coalesce(pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn(), false),
                    coalesce(extract(epoch from now() - pg_last_xact_replay_timestamp()), 0)::float8
                """
            ) { (try $0.value(0, as: Bool.self), try $0.value(1, as: Bool.self), try $0.value(2, as: Double.self)) }
        }
        guard let (isReplica, isCurrent, behind) = state else { return "gives no answer" }
        // A pooler or a promoted server in the replica's place is no reason to go elsewhere.
        if !isReplica || isCurrent || behind <= Self.patience { return nil }
        return "is \(Int(behind)) s behind"
    }
}
