import Faults
import HTTP
import Postgres
import Redis
import S3

extension PostgresError: Transient {}

extension RedisError: Transient {}

extension S3Error: Transient {}

extension HTTPError: Transient {}

extension FileError: Transient {
    package var isTransient: Bool { Self.isTransient(code) }
}
