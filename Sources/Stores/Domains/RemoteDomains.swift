import Postgres

/// The servers that have accounts here.
package struct RemoteDomains<Mode: Access> {
    let transaction: Transaction<Mode>

    /// Their names, in order. Steps through the index over domain and id, one probe each.
    package func all() async throws -> [String] {
        try await transaction.rows(
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

extension Transaction {
    package var remoteDomains: RemoteDomains<Mode> { RemoteDomains(transaction: self) }
}
