import Faults
import Postgres
import Stores

extension Fault {
    /// What an error of the database driver means to the person at the terminal; decided by its kind, never its words.
    init(_ error: PostgresError, at address: String) {
        let kind: Kind
        let message: String
        var help: String?
        switch error.kind {
        case .connectionFailed:
            (kind, message) = (.unreachable, "cannot reach PostgreSQL at \(address)")
            help = "check the service and the host, or run `mastoctl doctor`"
        case .authenticationFailed:
            (kind, message) = (.denied, "PostgreSQL at \(address) refused the role or its password")
            help = "check DB_USER and DB_PASS with `mastoctl config show`"
        case .databaseMissing:
            (kind, message) = (.configuration, "PostgreSQL at \(address) has no such database")
            help = "check DB_NAME with `mastoctl config show`"
        case .tlsFailed:
            (kind, message) = (.unreachable, "no trusted TLS connection to PostgreSQL at \(address)")
            help = "check DB_SSLMODE and the certificate authority (postgres.sslrootcert)"
        case .permissionDenied:
            (kind, message) = (.denied, "the database role may not do this")
            help = "grant the role what is missing, or use a role that owns the tables"
        case .undefinedTable, .undefinedColumn:
            (kind, message) = (.configuration, "the database has not the tables or columns this command needs")
            help = "finish the server's migrations, or run `mastoctl doctor`"
        case .readOnly:
            (kind, message) = (.denied, "the database is read-only")
            help = "point the profile at the primary, not at a standby"
        case .lockNotAvailable:
            (kind, message) = (.busy, "somebody else holds a lock in the database")
            help = "run the command again in a while, or wait longer with postgres.lock_timeout in the profile"
        case .serializationFailure, .deadlock, .connectionBusy:
            (kind, message) = (.busy, "the database was too busy to go on")
            help = "run the command again; it goes on where it stopped"
        case .queryCanceled:
            (kind, message) = (.busy, "a statement was cancelled or ran into statement_timeout")
            help = "run the command again, or raise the role's statement_timeout"
        case .diskFull, .outOfResources:
            (kind, message) = (.inputOutput, "the database server has run out of disk or memory")
        case .tooManyConnections:
            (kind, message) = (.busy, "PostgreSQL at \(address) has no connection left")
            help = "lower --concurrency, or raise max_connections"
        case .shuttingDown, .connectionLost:
            (kind, message) = (.unreachable, "the connection to PostgreSQL at \(address) broke")
            help = "check the service and run the command again; it goes on where it stopped"
        case .invalidSettings:
            (kind, message) = (.configuration, "the database settings cannot be understood")
            help = "run `mastoctl config check`"
        case .uniqueViolation, .foreignKeyViolation, .notNullViolation, .checkViolation, .exclusionViolation:
            (kind, message) = (.refused, "what was to be written \(error.refusal?.words ?? "violates a constraint")")
            help = "look at what the constraint protects; it may belong to a fork or a plug-in"
        case .invalidValue:
            (kind, message) = (
                .refused, "what was asked for \(error.refusal?.words ?? "has a value that does not fit")"
            )
            help = "look for values no server writes, and run `mastoctl doctor`"
        case .raised:
            (kind, message) = (.refused, "what was asked for is refused by a trigger or function of the database")
            help = "look at triggers that are not the server's own"
        case .limitExceeded:
            (kind, message) = (.refused, "what was to be written is too large for the database to take")
        case .objectNotReady:
            (kind, message) = (.busy, "something in the database is in use or not ready")
            help = "run the command again in a while"
        case .unsupported:
            (kind, message) = (.configuration, "the database has not the types or functions this command needs")
            help = "run `mastoctl doctor`"
        case .serverTrouble:
            (kind, message) = (.inputOutput, "the database server has trouble of its own")
            help = "look into PostgreSQL's log: a disk or an index may be damaged"
        case .invalidStatement, .transactionAborted, .other:
            (kind, message) = (.ourBug, "a statement failed")
        }
        // Words of the server may quote values; those of a failed connection or permission only name things.
        let speaks: Set<PostgresError.Kind> = [
            .connectionFailed, .authenticationFailed, .databaseMissing, .tlsFailed, .permissionDenied, .undefinedTable,
            .undefinedColumn, .readOnly, .tooManyConnections, .shuttingDown, .connectionLost, .queryCanceled, .diskFull,
            .invalidSettings,
        ]
        let words = speaks.contains(error.kind) ? error.message : "SQLSTATE \(error.sqlstate ?? "unknown")"
        self.init(kind, message, notes: [words + error.whereabouts], help: help, cause: error)
    }
}

extension PostgresError {
    /// The table, column and constraint the server names, for people; empty where it names none.
    fileprivate var whereabouts: String {
        let names = [
            table.map { "table \(schema.map { "\($0)." } ?? "")\($0)" }, column.map { "column \($0)" },
            constraint.map { "constraint \($0)" },
        ].compactMap(\.self)
        return names.isEmpty ? "" : ", " + names.joined(separator: ", ")
    }
}
