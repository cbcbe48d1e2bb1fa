import Engines
import Faults
import Model
import Postgres

/// Starts throw-away servers, so that a rehearsal touches nothing of the instance's.
package protocol TrialServing: Sendable {
    /// - Throws: `Fault(.configuration)` when PostgreSQL's server is not installed here.
    func start() async throws -> TrialServer
}

/// A server in which a backup is tried.
package struct TrialServer: Sendable {
    package var target: RestoreTarget
    package var stop: @Sendable () async -> Void

    package init(_ target: RestoreTarget, stop: @escaping @Sendable () async -> Void) {
        self.target = target
        self.stop = stop
    }
}

/// A database that is filled from a dump.
package struct RestoreTarget: Sendable {
    let settings: ConnectionSettings
    let place: PgPlace
    package var name: String { place.database }
    var role: String { place.user }

    package init(_ settings: ConnectionSettings, _ place: PgPlace) {
        var settings = settings
        settings.lockTimeout = nil
        settings.idleTransactionTimeout = nil
        self.settings = settings
        self.place = place
    }

    /// Another database of the same server.
    package func named(_ name: String) -> RestoreTarget {
        var (settings, place) = (settings, place)
        settings.database = name
        place.database = name
        return RestoreTarget(settings, place)
    }

    /// The same database, to be dumped.
    package var source: DatabaseSource { DatabaseSource { [settings, place] in (settings, place) } }

    /// How many tables it has; nil when there is no such database.
    package func tables() async throws -> Int? {
        do {
            return try await read { transaction in
                try await transaction.first(
                    """
                    select count(*)
                    from pg_catalog.pg_class as relation
                    join pg_catalog.pg_namespace as space on space.oid = relation.relnamespace
                    where relation.relkind = 'r'
                        and space.nspname = 'public'
                    """
                ) { try $0.value(0, as: Int.self) } ?? 0
            }
        } catch let error as PostgresError where error.kind == .databaseMissing {
            return nil
        }
    }

    /// Makes it anew and empty; what a killed run still does in it ends.
    package func make() async throws {
        try await drop(forced: true)
        try await beside { connection in
            _ = try await connection.execute("create database \(identifier: name) template template0 encoding 'UTF8'")
        }
    }

    /// Drops it, when it is there.
    ///
    /// - Parameter forced: whether those who are connected to it are thrown out.
    package func drop(forced: Bool = false) async throws {
        try await beside { connection in
            // Since PostgreSQL 13.
            if forced, await connection.serverVersion >= 130_000 {
                _ = try await connection.execute("drop database if exists \(identifier: name) with (force)")
            } else {
                _ = try await connection.execute("drop database if exists \(identifier: name)")
            }
        }
    }

    /// Takes the name of another database, which takes the name `aside`; both at one instant. Fails while somebody is
    /// connected to one of them.
    package func replace(_ other: RestoreTarget, aside: String) async throws {
        try await beside { connection in
            try await connection.transaction(readOnly: false) { connection in
                _ = try await connection.execute(
                    "alter database \(identifier: other.name) rename to \(identifier: aside)")
                _ = try await connection.execute(
                    "alter database \(identifier: name) rename to \(identifier: other.name)")
            }
        }
    }

    /// Gives it another name; fails while somebody is connected to it.
    package func rename(to other: String) async throws {
        try await beside {
            _ = try await $0.execute("alter database \(identifier: name) rename to \(identifier: other)")
        }
    }

    /// Whether the server has a database of that name.
    package func isTaken(_ name: String) async throws -> Bool {
        try await beside { connection in
            try await connection.first("select 1::int8 from pg_catalog.pg_database where datname = \(name)") {
                try $0.value(0, as: Int64.self)
            } != nil
        }
    }

    /// Fills it from a dump's folder.
    ///
    /// - Returns: errors, empty when it went well.
    package func fill(from folder: String, dumpedBy major: Int, jobs: Int) async throws -> [String] {
        let engine = try await PgRestore(forDumpOf: major)
        return try await engine.restore(folder, into: place, jobs: jobs)
    }

    /// Rows and migrations.
    package func facts() async throws -> DatabaseFacts {
        try await read { try await DatabaseFacts.read(over: $0) }
    }

    package func schema() async throws -> LiveSchema {
        try await read { try await LiveSchema.read(over: $0) }
    }

    /// Indexes that are damaged or do not hold; nil where nothing can look at them.
    package func damage(dumpedBy major: Int, jobs: Int) async throws -> [String]? {
        let invalid = try await read { transaction in
            try await transaction.rows(
                """
                select relation.relname::text
                from pg_catalog.pg_index as item
                join pg_catalog.pg_class as relation on relation.oid = item.indexrelid
                where not item.indisvalid
                order by relation.relname
                """
            ) { "the index \(try $0.value(0, as: String.self)) does not hold" }
        }
        let engine = try await PgRestore(forDumpOf: major)
        guard let found = try await engine.damage(in: place, jobs: jobs) else { return invalid.isEmpty ? nil : invalid }
        return invalid + found
    }

    /// Encrypted values, some of each column that has any.
    package func sealed(_ count: Int) async throws -> [(column: String, value: String)] {
        let schema = try await schema()
        return try await read { transaction in
            var values: [(column: String, value: String)] = []
            if schema.has(column: "otp_secret", in: "users") {
                values += try await transaction.rows(
                    """
                    select otp_secret
                    from users
                    where otp_secret is not null
                    order by id
                    limit \(count)
                    """
                ) { (column: "users.otp_secret", value: try $0.value(0, as: String.self)) }
            }
            if schema.has(column: "private_key", in: "keypairs") {
                values += try await transaction.rows(
                    """
                    select private_key
                    from keypairs
                    where private_key is not null
                    order by id
                    limit \(count)
                    """
                ) { (column: "keypairs.private_key", value: try $0.value(0, as: String.self)) }
            }
            return values
        }
    }

    /// Runs a change that may take as long as it takes.
    func change<Value: Sendable>(
        _ body: @Sendable (Transaction<ReadWrite>) async throws -> Value
    ) async throws -> Value {
        let connection = try await PostgresConnection.connect(settings)
        do {
            let value = try await connection.transaction(readOnly: false) { connection in
                let transaction = Transaction<ReadWrite>(connection)
                try await transaction.set("statement_timeout", to: "0")
                return try await body(transaction)
            }
            await connection.close()
            return value
        } catch {
            await connection.close()
            throw error
        }
    }

    private func read<Value: Sendable>(
        _ body: @Sendable (Transaction<ReadOnly>) async throws -> Value
    ) async throws -> Value {
        let connection = try await PostgresConnection.connect(settings)
        do {
            let value = try await connection.transaction(readOnly: true) { try await body(Transaction($0)) }
            await connection.close()
            return value
        } catch {
            await connection.close()
            throw error
        }
    }

    /// Runs something on another database of the server, since none can be made or dropped from within.
    private func beside<Value: Sendable>(
        _ body: @Sendable (PostgresConnection) async throws -> Value
    ) async throws -> Value {
        var other = settings
        other.database = "postgres"
        let connection = try await PostgresConnection.connect(other)
        do {
            let value = try await body(connection)
            await connection.close()
            return value
        } catch {
            await connection.close()
            throw error
        }
    }
}
