import Faults
import Model
import Postgres

/// Keeps two runs of the same work apart, on any hosts: an advisory lock of the instance's own database.
///
/// It is held by an open transaction that does nothing else, so that it works behind pgbouncer in transaction mode and
/// ends with its connection. Such a transaction has no snapshot and no row locks and holds nothing up.
package struct RunLock: Sendable {
    /// Marks the lock as ours in `pg_locks.classid`; the object id is a hash of the work's name.
    static let space: Int32 = 0x6d61_7374

    private let connection: PostgresConnection

    /// Who holds a lock, as far as this role may see.
    package struct Holder: Sendable {
        /// `mastoctl media remove on host (pid 123)`, empty when it may not be seen.
        package var name: String
        /// Seconds since 1970.
        package var since: Double?
    }

    /// Takes the lock, waiting at most `seconds`.
    ///
    /// - Parameter holder: what another run is told about this one.
    /// - Throws: `Fault(.busy)` naming the holder.
    package static func take(
        _ work: String, holder: String, waiting seconds: Double, unless isStopping: @Sendable () -> Bool,
        over connection: PostgresConnection
    ) async throws -> RunLock {
        let key = hash(work)
        _ = try await connection.execute("begin")
        _ = try await connection.execute("select set_config('application_name', \(String(holder.prefix(60))), true)")
        _ = try await connection.execute("select set_config('idle_in_transaction_session_timeout', '0', true)")
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        while true {
            let got = try await connection.first("select pg_try_advisory_xact_lock(\(space), \(key))") {
                try $0.value(0, as: Bool.self)
            }
            if got == true { return RunLock(connection: connection) }
            guard clock.now < end, !isStopping() else {
                let other = try await find(key, over: connection)
                _ = try? await connection.execute("rollback")
                throw busy(work, other)
            }
            try await Task.sleep(for: min(.milliseconds(500), end - clock.now))
        }
    }

    /// Lets go.
    package func release() async {
        _ = try? await connection.execute("rollback")
    }

    private static func find(_ key: Int32, over connection: PostgresConnection) async throws -> Holder? {
        try await connection.first(
            """
            select
                coalesce(activity.application_name, ''),
                extract(epoch from activity.xact_start)::float8
            from pg_catalog.pg_locks as held
            left join pg_catalog.pg_stat_activity as activity on activity.pid = held.pid
            where held.locktype = 'advisory'
                and held.database = (select oid from pg_catalog.pg_database where datname = current_database())
                and held.classid = \(Int64(space))::oid
                and held.objid = \(Int64(UInt32(bitPattern: key)))::oid
                and held.granted
            limit 1
            """
        ) { Holder(name: try $0[0], since: try $0[1]) }
    }

    private static func busy(_ work: String, _ holder: Holder?) -> Fault {
        var notes: [String] = []
        if let holder {
            notes.append(
                "held by \(holder.name.isEmpty ? "a session this role cannot see" : holder.name)"
                    + (holder.since.map { " since \(UTCTime($0))" } ?? ""))
        }
        return Fault(
            .busy, "another run of `\(work)` is under way", notes: notes,
            help: "wait for it, or use --lock-wait to queue behind it")
    }

    /// FNV-1a, so that every version and host gives the same number for a name.
    static func hash(_ text: String) -> Int32 {
        Int32(bitPattern: text.utf8.reduce(0x811c_9dc5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 })
    }
}
