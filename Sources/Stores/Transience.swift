import Faults
import Postgres
import Redis

extension PostgresError: Transient {}
extension RedisError: Transient {}
