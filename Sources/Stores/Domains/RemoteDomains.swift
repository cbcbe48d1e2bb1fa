import Postgres

/// The servers that have accounts here.
package enum RemoteDomains {
    /// Their names, in order. Steps through the index over domain and id, one probe each.
    package static func all(over connection: PostgresConnection) async throws -> [String] {
        try await connection.rows(
            """
            with recursive known as (
                (select domain from accounts where domain is not null order by domain limit 1)
                union all
                select (
                    select accounts.domain
                    from accounts
                    where accounts.domain > known.domain
                    order by accounts.domain
                    limit 1)
                from known
                where known.domain is not null
            )
            select domain from known where domain is not null
            """
        ) { try $0.value(0, as: String.self) }
    }
}
