import Faults
import Glibc
import Model
import Postgres

/// Keeps two runs of the same work apart, on any hosts: an advisory lock of the instance's own database.
///
/// It is held by a session that does nothing else, outside any transaction, and ends with its connection. An open
/// transaction would be waited for by all who wait for older ones: pg_repack, indexes made concurrently. Behind a pooler
/// a session is nobody's own, so there a lease in Redis takes its place.
package struct RunLock: Sendable {
    /// Marks the lock as ours in `pg_locks.classid`; the object id is a hash of the work's name.
    static let space: Int32 = 0x6d61_7374

    private enum Hold: Sendable {
        case session(PostgresConnection)
        case lease(RunLease, token: String, keeper: Task<Void, Never>)
        case file(Int32)
    }

    private let hold: Hold

    private init(hold: Hold) {
        self.hold = hold
    }

    /// One that is held by an open file, for work that needs no database.
    init(file descriptor: Int32) {
        self.init(hold: .file(descriptor))
    }

    /// Who holds a lock, as far as this role may see.
    package struct Holder: Sendable {
        /// `mastoctl media remove (pid 123) on host`, empty when it may not be seen.
        package var name: String
        /// Seconds since 1970.
        package var since: Double?
        /// Whether it is a claim in Redis, beside which the advisory lock is free.
        var isOfLease = false
    }

    /// Takes the lock, waiting at most `seconds`.
    ///
    /// Behind a pooler the advisory lock is only passed through on the way to the lease, so that both kinds of runs keep
    /// each other out. Without Redis a transaction holds the lock there.
    ///
    /// - Parameters:
    ///   - holder: what another run is told about this one.
    ///   - lease: the claim in Redis; nil where there are no runs behind a pooler.
    ///   - connection: of the lock's own; closed when the lease is enough.
    /// - Throws: `Fault(.busy)` naming the holder.
    package static func take(
        _ work: String, holder: String, waiting seconds: Double, unless isStopping: @Sendable () -> Bool,
        lease: RunLease? = nil, over connection: PostgresConnection
    ) async throws -> RunLock {
        let key = hash(work)
        let isPooled = try await connection.isPooled()
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        let token = RunLease.token(of: holder)
        while true {
            let other: Holder?
            if try await advise(key, holder, isPooled: isPooled, over: connection) {
                let (isOurs, claimant) = await claim(lease, as: token, isPooled: isPooled)
                if let lease, isOurs {
                    await connection.close()
                    return RunLock(hold: .lease(lease, token: token, keeper: Task { await lease.keep(as: token) }))
                }
                guard let claimant else { return RunLock(hold: .session(connection)) }
                other = claimant
            } else {
                other = try await find(key, over: connection)
            }
            let isOver = clock.now >= end || isStopping()
            // Who waits keeps no server connection of a pooler, and nobody from a lock that is not used.
            if isOver || isPooled || other?.isOfLease == true { await letGo(over: connection) }
            if isOver { throw busy(work, other) }
            try await Task.sleep(for: min(.milliseconds(500), end - clock.now))
        }
    }

    /// Tries the advisory lock: for the session, or behind a pooler in a new transaction.
    private static func advise(
        _ key: Int32, _ holder: String, isPooled: Bool, over connection: PostgresConnection
    ) async throws -> Bool {
        if isPooled, await !connection.isInTransaction { try await connection.execute("begin") }
        try await connection.execute("select set_config('application_name', \(String(holder.prefix(60))), \(isPooled))")
        // A session that does nothing for hours is what the lock is. Servers before 14 end none for that.
        try await connection.execute(
            """
            select set_config(name, '0', \(isPooled))
            from pg_catalog.pg_settings
            where name in ('idle_session_timeout', 'idle_in_transaction_session_timeout')
            """)
        let attempt: Statement = isPooled ? "pg_try_advisory_xact_lock" : "pg_try_advisory_lock"
        let isTaken = try await connection.first("select \(fragment: attempt)(\(space), \(key))") {
            try $0.value(0, as: Bool.self)
        }
        // In a transaction the last answer's portal keeps its snapshot, and with it every row that vacuum could take and
        // every index that is made concurrently, until another statement takes its place.
        if isPooled { try await connection.script("set local idle_in_transaction_session_timeout = 0") }
        return isTaken ?? false
    }

    private static func letGo(over connection: PostgresConnection) async {
        if await connection.isInTransaction {
            _ = try? await connection.execute("rollback")
        } else {
            _ = try? await connection.execute("select pg_advisory_unlock_all()")
        }
    }

    /// Takes the lease behind a pooler, and else only looks whether another run has it. A Redis that cannot be asked
    /// keeps no run from its work.
    private static func claim(
        _ lease: RunLease?, as token: String, isPooled: Bool
    ) async -> (isOurs: Bool, other: Holder?) {
        guard let lease else { return (false, nil) }
        do {
            if !isPooled { return (false, try await lease.holder()) }
            let other = try await lease.take(as: token)
            return (other == nil, other)
        } catch {
            return (false, nil)
        }
    }

    /// Lets go.
    package func release() async {
        switch hold {
        case .session(let connection): await Self.letGo(over: connection)
        case .lease(let lease, let token, let keeper):
            keeper.cancel()
            await lease.release(as: token)
        case .file(let descriptor):
            // A child that is just being started may still have the file open, and would hold the lock for a moment.
            flock(descriptor, LOCK_UN)
            close(descriptor)
        }
    }

    private static func find(_ key: Int32, over connection: PostgresConnection) async throws -> Holder? {
        try await connection.first(
            """
            select
                coalesce(activity.application_name, ''),
                extract(epoch from coalesce(activity.xact_start, activity.state_change))::float8
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

    static func busy(_ work: String, _ holder: Holder?) -> Fault {
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
