/// What PostgreSQL, or the way to it, had to say.
///
/// `kind` follows the SQLSTATE (PostgreSQL manual, appendix A) or, where there is none, the stage at which connecting
/// failed; never the words of a message. `message` never holds the password. Like `detail` it may quote a value of the
/// statement ("invalid input syntax for type integer"), so show it only where that does no harm.
package struct PostgresError: Error, Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        /// No server answered: refused, no route, unknown host, no answer in time.
        case connectionFailed
        case authenticationFailed
        case databaseMissing
        /// TLS was refused, or the server's certificate.
        case tlsFailed
        case permissionDenied
        case undefinedTable
        case undefinedColumn
        /// A write on a read-only session, transaction or standby.
        case readOnly
        /// `lock_timeout` passed, or `nowait` found a lock.
        case lockNotAvailable
        /// Cancelled, or `statement_timeout` passed.
        case queryCanceled
        case serializationFailure
        case deadlock
        case diskFull
        /// Out of memory or another resource of the server.
        case outOfResources
        case tooManyConnections
        /// The server stops or starts.
        case shuttingDown
        /// An established connection broke.
        case connectionLost
        case uniqueViolation
        case foreignKeyViolation
        case notNullViolation
        case checkViolation
        case exclusionViolation
        /// A value that does not fit its type or its range.
        case invalidValue
        /// Raised by a function or a trigger of the database's own.
        case raised
        /// A row too large for an index or a page, or another limit of the server's.
        case limitExceeded
        /// An object is not in the state the statement needs.
        case objectNotReady
        /// Types, functions or features that this server or its schema has not.
        case unsupported
        /// A broken index, an unreadable page: the server's own trouble.
        case serverTrouble
        /// The statement does not parse.
        case invalidStatement
        /// `commit` found a failed transaction and rolled it back.
        case transactionAborted
        /// The settings cannot be understood.
        case invalidSettings
        /// The connection is in the middle of another statement's rows or of another task's transaction.
        case connectionBusy
        case other
    }

    package var kind: Kind
    /// Five characters, or nil when no server spoke.
    package var sqlstate: String?
    /// `ERROR`, `FATAL` or `PANIC`, never translated.
    package var severity: String
    package var message: String
    package var detail: String?
    package var hint: String?
    package var schema: String?
    package var table: String?
    package var column: String?
    package var constraint: String?

    package init(
        _ kind: Kind, _ message: String, sqlstate: String? = nil, severity: String = "ERROR", detail: String? = nil,
        hint: String? = nil, schema: String? = nil, table: String? = nil, column: String? = nil,
        constraint: String? = nil
    ) {
        self.kind = kind
        self.sqlstate = sqlstate
        self.severity = severity
        self.message = message
        self.detail = detail
        self.hint = hint
        self.schema = schema
        self.table = table
        self.column = column
        self.constraint = constraint
    }

    /// True when the same work may succeed on another try, perhaps on a new connection.
    package var isTransient: Bool {
        switch kind {
        case .connectionFailed, .connectionLost, .lockNotAvailable, .serializationFailure, .deadlock, .outOfResources,
            .tooManyConnections, .shuttingDown:
            true
        default: false
        }
    }
}

extension PostgresError: CustomStringConvertible {
    /// Without detail, which may hold values.
    package var description: String {
        "\(message)\(sqlstate.map { " (SQLSTATE \($0))" } ?? "")"
    }
}

extension PostgresError.Kind {
    init(sqlstate: String) {
        self =
            switch sqlstate {
            case "28000", "28P01": .authenticationFailed
            case "3D000": .databaseMissing
            case "42501": .permissionDenied
            case "42P01", "3F000": .undefinedTable
            case "42703": .undefinedColumn
            case "25006": .readOnly
            case "55P03": .lockNotAvailable
            case "57014": .queryCanceled
            case "40001": .serializationFailure
            case "40P01": .deadlock
            case "53100": .diskFull
            case "53300": .tooManyConnections
            case "57P01", "57P02", "57P03": .shuttingDown
            case "57P04": .databaseMissing
            case "57P05", "25P03": .connectionLost  // the session idled too long
            case "23505": .uniqueViolation
            case "23503", "23001": .foreignKeyViolation
            case "23502": .notNullViolation
            case "23514", "44000": .checkViolation
            case "23P01": .exclusionViolation
            case "25P02": .transactionAborted
            // What is undefined or of another type in this schema; 42601 and the rest of 42 are the statement's own.
            case "42883", "42804", "42704", "42P13", "42846", "42P18": .unsupported
            default:
                switch sqlstate.prefix(2) {
                case "08": .connectionLost
                case "0A": .unsupported
                case "22": .invalidValue
                case "23": .checkViolation
                case "42": .invalidStatement
                case "53": .outOfResources
                case "54": .limitExceeded
                case "55": .objectNotReady
                case "58", "XX": .serverTrouble
                case "P0", "09", "27", "38", "39": .raised
                default: .other
                }
            }
    }
}

/// A column that does not hold what the program expects of it.
package struct ColumnMismatch: Error, Sendable, Equatable, CustomStringConvertible {
    /// From zero.
    package var index: Int
    /// Its name in the result, empty where there is none.
    package var name: String
    /// The Swift type asked for.
    package var expected: String
    /// What is there: `null`, or the type's number in `pg_type`.
    package var found: String

    package init(index: Int, name: String, expected: String, found: String) {
        self.index = index
        self.name = name
        self.expected = expected
        self.found = found
    }

    package var description: String {
        "column \(index)\(name.isEmpty ? "" : " (\(name))") holds \(found), not \(expected)"
    }
}
