import Model
import Postgres

extension DatabaseServer {
    /// Files that rows name, spread over the ids of their tables, and the newest ones.
    ///
    /// - Throws: `PostgresError`.
    package func sampledFiles(of schema: LiveSchema) async throws -> [StoredFile] {
        let owners = FileOwners(schema: schema)
        return try await reading(patience: .seconds(5)) { connection in
            try await owners.sample(over: Transaction<ReadOnly>(connection)).map(\.file)
        }
    }

    /// Those of the accounts that are not here, and those whose users have not been here for so many days.
    package func strangers(among ids: [Int64], inactiveFor days: Double) async throws -> (unknown: Int, asleep: Int) {
        try await reading(patience: .seconds(5)) { connection in
            let found = try await connection.first(
                """
                select
                    count(*) filter (where accounts.id is null),
                    count(*) filter (
                        where users.current_sign_in_at < (now() at time zone 'utc') - make_interval(secs => \(days) * 86400)
                    )
                from unnest(\(ids)) as wanted (id)
                left join accounts on accounts.id = wanted.id and accounts.domain is null
                left join users on users.account_id = accounts.id
                """
            ) { row in (try row.value(0, as: Int64.self), try row.value(1, as: Int64.self)) }
            return (Int(found?.0 ?? 0), Int(found?.1 ?? 0))
        }
    }
}
