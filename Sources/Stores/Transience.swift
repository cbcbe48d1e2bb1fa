import Faults
import HTTP
import Postgres
import Redis
import S3

extension PostgresError: Transient {}

extension PostgresError: Refusing {
    package var refusal: Refusal? {
        let rule: Refusal.Rule
        switch kind {
        case .foreignKeyViolation: rule = .foreignKey
        case .uniqueViolation: rule = .unique
        case .notNullViolation: rule = .notNull
        case .checkViolation: rule = .check
        case .exclusionViolation: rule = .exclusion
        case .invalidValue: rule = .value
        case .raised: rule = .trigger
        case .limitExceeded: rule = .size
        case .lockNotAvailable: rule = .lock
        default: return nil
        }
        return Refusal(rule, table: table, column: column, constraint: constraint)
    }
}

extension PostgresError: Cancelled {
    package var wasCancelled: Bool { kind == .queryCanceled || kind == .lockNotAvailable }
}

extension RedisError: Transient {}

extension S3Error: Transient {}

extension HTTPError: Transient {}

extension FileError: Transient {
    package var isTransient: Bool { Self.isTransient(code) }
}
