import Engines
import Faults
import Model
import Postgres

/// What pgBackRest keeps of the server whose database is the instance's. Its configuration, its retention and its archive
/// of the log are the admin's.
package struct ClusterArchive: Sendable {
    private let engine: LazyPgBackRest
    package let stanza: String

    /// Asks nothing yet.
    package init(_ place: PgBackRestPlace) {
        engine = LazyPgBackRest(place)
        stanza = place.stanza
    }

    /// Looks whether a backup could be made: the server sends its log to pgBackRest, which has this server and no other one
    /// under that name.
    ///
    /// - Throws: `Fault(.configuration)` with what is wrong; `EngineError`.
    package func refuseOthers(_ identity: ServerIdentity) async throws {
        let archiving = identity.archiving
        guard archiving.mode != "off" else {
            throw Fault(
                .configuration, "the server keeps no archive of its log, without which pgBackRest makes no backup",
                help: "archive_mode = on and archive_command in postgresql.conf, then a restart")
        }
        guard archiving.program == .pgBackRest else {
            throw Fault(
                .configuration,
                "the log of the server goes to \(archiving.program?.rawValue ?? "something else"), not to pgBackRest",
                notes: ["archive_command is \(archiving.command)"],
                help: "mastoctl drives pgBackRest alone; without --engine a dump is made beside what is there")
        }
        let systems = try await engine.made().info().systems
        guard systems.last == identity.system else {
            throw Fault(
                .configuration, "the stanza \(stanza) is another server's",
                notes: [
                    "it is of \(systems.last ?? "none"), and the database's server is \(identity.system)"
                ], help: "set backup.pgbackrest_stanza; after an upgrade of PostgreSQL, `pgbackrest stanza-upgrade`")
        }
    }

    /// Makes a backup, or takes the one that a killed run has made under this id.
    package func backup(
        of manifest: BackupManifest, _ system: String, at _: Site<ReadWrite>
    ) async throws -> BackupCluster {
        let engine = try await engine.made()
        if let made = try await engine.info().set(annotated: manifest.id), !made.hasDamage {
            return cluster(made, engine, system)
        }
        // That a piece of log arrives is known before hours are spent.
        try await engine.check()
        let facts = [("mastodon", manifest.release ?? "unknown"), ("schema", manifest.schemaVersion)]
        return cluster(try await engine.backup(manifest.id, facts: facts), engine, system)
    }

    /// What keeps a backup from being had back, as far as can be seen without restoring it.
    ///
    /// - Throws: `EngineError` when it cannot be looked at.
    package func defects(of cluster: BackupCluster) async throws -> [String] {
        let engine = try await engine.made()
        guard let set = try await engine.info().set(cluster.label, in: cluster.repository) else {
            return ["pgBackRest has no backup \(cluster.label) any more: its own retention has dropped it"]
        }
        let missing = try await engine.missingLogs(of: set)
        return missing.prefix(20).map { "the piece \($0) of the log is not in pgBackRest's repository" }
            + (set.hasDamage ? ["pages in \(set.label) have a wrong checksum"] : [])
    }

    /// What is wrong with all that pgBackRest has.
    package func damage() async throws -> [String] { try await engine.made().verify() }

    /// Those of these backups that pgBackRest still has; all of them where it cannot be asked.
    package func present(_ labels: Set<String>) async -> Set<String> {
        guard !labels.isEmpty, let info = try? await engine.made().info() else { return labels }
        return labels.intersection(info.sets.map(\.label))
    }

    /// Brings a backup back into a server of its own.
    ///
    /// - Parameters:
    ///   - time: the instant; nil for that at which the backup ended.
    ///   - parent: the folder in which it is made; it takes as much room as all the server's databases.
    ///   - major: the server's version.
    package func recover(
        _ cluster: BackupCluster, until time: UTCTime?, below parent: String, major: Int, database: String,
        role: String
    ) async throws -> TrialServer {
        let defects = try await defects(of: cluster)
        guard defects.isEmpty else {
            throw Fault(.badData, "the database of this backup cannot be had back", notes: defects)
        }
        let engine = try await engine.made()
        let folder = try await PgCluster.folder(below: parent, for: engine)
        let server: PgCluster
        do {
            try await engine.restore(cluster.label, from: cluster.repository, until: time, into: "\(folder)/data")
            server = try await PgCluster(in: folder, major: major, roles: [role], log: engine)
        } catch {
            await PgCluster.remove(folder, of: engine)
            throw error
        }
        do {
            let user = try await Self.answered(server, database)
            let settings = ConnectionSettings(host: server.host, port: PgCluster.port, database: database, user: user)
            let place = PgPlace(host: server.host, port: PgCluster.port, database: database, user: user)
            return TrialServer(RestoreTarget(settings, place)) { await server.stop() }
        } catch {
            await server.stop()
            throw error
        }
    }

    /// Waits until the server is where it was to be brought to, and says who may come in.
    private static func answered(_ server: PgCluster, _ database: String) async throws -> String {
        while true {
            try Task.checkCancellation()
            if let words = server.lastWords {
                let reasons = words.filter { word in
                    // Not what it answered to those who asked whether it was there yet.
                    !word.contains("the database system is")
                        && ["FATAL", "HINT", "ERROR"].contains { word.contains($0) }
                }
                throw Fault(
                    .badData, "the server's files do not come up to that instant",
                    notes: Array((reasons.isEmpty ? words : reasons).suffix(5)),
                    help: "the archive of the log may not reach so far; `pgbackrest info` tells how far it does")
            }
            var refusals: [PostgresError] = []
            for role in server.roles {
                do {
                    let connection = try await PostgresConnection.connect(
                        ConnectionSettings(host: server.host, port: PgCluster.port, database: database, user: role))
                    await connection.close()
                    return role
                } catch let error as PostgresError {
                    refusals.append(error)
                    // It is not where it was to be brought to yet.
                    if error.isTransient { break }
                }
            }
            if refusals.contains(where: { $0.kind == .databaseMissing }) {
                throw Fault(.badData, "the server's files hold no database \(database)")
            }
            if let last = refusals.last, !last.isTransient { throw last }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    private func cluster(_ set: PgBackRestSet, _ engine: PgBackRest, _ system: String) -> BackupCluster {
        BackupCluster(
            engine: "pgbackrest \(engine.version)", stanza: stanza, repository: set.repository, label: set.label,
            type: set.type, system: system, start: set.start, stop: set.stop, bytes: set.bytes, stored: set.stored)
    }
}

/// Which server it is, and who takes its log.
package struct ServerIdentity: Sendable {
    package var system: String
    package var archiving: LogArchiving

    /// - Throws: `PostgresError`.
    package static func read(over transaction: Transaction<some Access>) async throws -> ServerIdentity {
        let found = try await transaction.first(
            """
            select
                system_identifier::text,
                current_setting('archive_mode'),
                coalesce(nullif(current_setting('archive_library', true), ''), current_setting('archive_command'))
            from pg_catalog.pg_control_system()
            """
        ) { row in
            ServerIdentity(
                system: try row[0], archiving: LogArchiving(mode: try row[1], command: try row[2]))
        }
        guard let found else { throw Fault(.ourBug, "the server does not know itself") }
        return found
    }
}

/// pgBackRest, looked for when it is first needed.
actor LazyPgBackRest {
    private let place: PgBackRestPlace
    private var engine: PgBackRest?

    init(_ place: PgBackRestPlace) {
        self.place = place
    }

    func made() async throws -> PgBackRest {
        if let engine { return engine }
        let made = try await PgBackRest(place)
        engine = made
        return made
    }
}
