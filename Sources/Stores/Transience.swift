import Faults
import Postgres

extension PostgresError: Transient {}
