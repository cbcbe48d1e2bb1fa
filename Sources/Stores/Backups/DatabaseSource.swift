import Engines
import Faults
import Model
import Postgres
import Processes

/// The database that is dumped: the replica where there is one that is fresh, else the primary; without a pooler between.
package struct DatabaseSource: Sendable {
    private let choose: @Sendable () async -> (ConnectionSettings, PgPlace)

    /// - Parameter choose: says which server it is, once it is needed.
    package init(_ choose: @escaping @Sendable () async -> (ConnectionSettings, PgPlace)) {
        self.choose = choose
    }

    /// What a dump and the counts of the same instant say.
    package struct Cut: Sendable {
        package var time: UTCTime
        package var database: BackupDatabase
        package var media: [String: BackupClass]
        /// Keys of some local files.
        package var sample: [ObjectKey]
    }

    /// Dumps the database into a folder, and counts its rows and its media at the same snapshot.
    ///
    /// - Parameters:
    ///   - folder: must not be there, or be empty.
    ///   - isPacked: with gzip, for where nobody else packs it, and as it is to be kept.
    /// - Throws: `Fault(.configuration)` behind a pooler; `EngineError`, `PostgresError`.
    package func dump(into folder: String, jobs: Int, isPacked: Bool = false, sampling count: Int) async throws
        -> Cut
    {
        try await withSnapshot(ofHeldTables: true) { transaction, place, name, cut in
            let engine = try await PgDump(forServer: cut.database.client)
            var cut = cut
            cut.database.client = engine.major
            async let dumped: Void = engine.dump(place, at: name, into: folder, jobs: jobs, isPacked: isPacked)
            do {
                try await Self.count(&cut, sampling: count, over: transaction)
            } catch {
                // The dump's own reason comes first: a server that went away ends both.
                try await dumped
                throw error
            }
            try await dumped
            if !isPacked, engine.major <= Self.knownEnd { try Self.refuseShort(folder) }
            return cut
        }
    }

    /// The newest pg_dump whose files are known to end so.
    private static let knownEnd = 18

    /// - Throws: `Fault(.inputOutput)`.
    private static func refuseShort(_ folder: String) throws {
        let short = try StagingFolder.cutShort(in: folder)
        guard short.isEmpty else {
            throw Fault(
                .inputOutput, "the dump was cut short on its way to \(folder)",
                notes: short.prefix(5).map { "\($0) has no end" }, help: "see the disk, and run it again")
        }
    }

    /// Dumps the database as one stream, for where the disk has no room for a folder, and counts at the same snapshot.
    ///
    /// - Parameter take: runs pg_dump and stores what it writes; throws when pg_dump did not go well.
    package func stream(
        sampling count: Int, _ take: @escaping @Sendable (Invocation) async throws -> SavedPart
    ) async throws -> (cut: Cut, saved: SavedPart) {
        try await withSnapshot(ofHeldTables: true) { transaction, place, name, cut in
            let engine = try await PgDump(forServer: cut.database.client)
            var cut = cut
            cut.database.client = engine.major
            async let saved = take(engine.stream(place, at: name))
            do {
                try await Self.count(&cut, sampling: count, over: transaction)
            } catch {
                _ = try await saved
                throw error
            }
            return (cut, try await saved)
        }
    }

    /// Bytes the database takes on its server's disk; a dump is smaller.
    package static func bytes(over transaction: Transaction<some Access>) async throws -> Int64 {
        try await transaction.first("select pg_catalog.pg_database_size(current_database())") { try $0[0] } ?? 0
    }

    /// As `dump`, without a dump: rows and media, for where others have saved the database.
    package func facts(sampling count: Int) async throws -> Cut {
        try await withSnapshot { transaction, _, _, cut in
            var cut = cut
            try await Self.count(&cut, sampling: count, over: transaction)
            return cut
        }
    }

    /// Tables that have rows.
    package func filledTables() async throws -> Set<String> {
        try await withSnapshot { transaction, _, _, _ in try await DatabaseFacts.filled(over: transaction) }
    }

    /// As `dump`, without a dump: what media there are.
    package func census(sampling count: Int) async throws -> Cut {
        try await withSnapshot { transaction, _, _, cut in
            var cut = cut
            try await Self.countMedia(&cut, sampling: count, over: transaction)
            return cut
        }
    }

    /// - Parameter holdsTables: whether every table is kept from being altered from before the snapshot until the end.
    private func withSnapshot<Value: Sendable>(
        ofHeldTables holdsTables: Bool = false,
        _ body: @Sendable (Transaction<ReadOnly>, PgPlace, String, Cut) async throws -> Value
    ) async throws -> Value {
        let (chosen, place) = await choose()
        var settings = chosen
        // The snapshot is held open for as long as the dump takes, by a session that is idle most of the time.
        settings.idleTransactionTimeout = nil
        let connection = try await PostgresConnection.connect(settings)
        do {
            guard try await !connection.isPooled() else {
                throw Fault(
                    .configuration, "a pooler stands before the database, and no snapshot can be held through it",
                    help: "set backup.database_url to the server itself")
            }
            let tables =
                holdsTables
                ? try await connection.transaction(readOnly: true) {
                    try await DatabaseFacts.tables(over: Transaction<ReadOnly>($0))
                } : []
            let value = try await connection.transaction(readOnly: true, isolation: .repeatableRead) { connection in
                // First of all: a table that is rewritten after a snapshot was taken is empty to whoever reads it by that
                // snapshot, pg_dump among them. And once all are held nothing here waits behind somebody who waits.
                for table in tables { try await Self.hold(table, over: connection) }
                let transaction = Transaction<ReadOnly>(connection)
                // What is counted here leaves the processors to the dump beside it.
                for name in [
                    "statement_timeout", "idle_in_transaction_session_timeout", "max_parallel_workers_per_gather",
                ] {
                    try await transaction.set(name, to: "0")
                }
                let (name, cut) = try await Self.facts(
                    major: connection.serverVersion / 10_000, over: transaction)
                return try await body(transaction, place, name, cut)
            }
            await connection.close()
            return value
        } catch {
            await connection.close()
            throw error
        }
    }

    /// - Throws: `TableHeld` when somebody else has it for longer than `lock_timeout`.
    private static func hold(_ table: String, over connection: isolated PostgresConnection) async throws {
        do {
            try await connection.execute("lock table public.\(identifier: table) in access share mode")
        } catch let error as PostgresError where error.kind == .lockNotAvailable {
            throw TableHeld(cause: error, table: table)
        }
    }

    /// The snapshot's name, and what the server tells of itself.
    private static func facts(
        major: Int, over transaction: Transaction<ReadOnly>
    ) async throws -> (String, Cut) {
        let known = try await transaction.first(
            """
            select
                current_setting('server_version'),
                pg_catalog.pg_encoding_to_char(encoding)::text,
                datcollate::text,
                pg_catalog.pg_is_in_recovery(),
                case
                    when pg_catalog.pg_is_in_recovery() then pg_catalog.pg_last_wal_replay_lsn()
                    else pg_catalog.pg_current_wal_lsn()
                end::text,
                extract(epoch from now())::float8,
                pg_catalog.pg_export_snapshot()
            from pg_catalog.pg_database
            where datname = current_database()
            """
        ) { row in
            let database = BackupDatabase(
                server: try row[0], client: major, encoding: try row[1], collation: try row[2], collationVersion: nil,
                lsn: try row.value(4, as: String?.self) ?? "", isReplica: try row[3])
            let cut = Cut(time: UTCTime(try row[5]), database: database, media: [:], sample: [])
            return (try row.value(6, as: String.self), cut)
        }
        guard let (name, found) = known else { throw Fault(.ourBug, "the database does not know itself") }
        var cut = found
        if major >= 15 {
            let version = try await transaction.first(
                "select datcollversion from pg_catalog.pg_database where datname = current_database()"
            ) { try $0.value(0, as: String?.self) }
            cut.database.collationVersion = version ?? nil
        }
        return (name, cut)
    }

    private static func count(
        _ cut: inout Cut, sampling count: Int, over transaction: Transaction<ReadOnly>
    ) async throws {
        let facts = try await DatabaseFacts.read(over: transaction)
        cut.database.rows = facts.rows
        cut.database.migrations = facts.migrations.count
        cut.database.migrationsHash = facts.migrationsHash
        try await countMedia(&cut, sampling: count, over: transaction)
    }

    private static func countMedia(
        _ cut: inout Cut, sampling count: Int, over transaction: Transaction<ReadOnly>
    ) async throws {
        let schema = try await LiveSchema.read(over: transaction)
        let census = try await MediaCensus.take(schema: schema, sampling: count, over: transaction)
        cut.media = census.classes
        cut.sample = census.sample
    }
}
