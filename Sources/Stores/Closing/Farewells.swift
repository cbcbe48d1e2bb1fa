import Model
import Postgres

/// What a server that closes has still to say, and to whom: read as its own scheduler reads it.
///
/// Source: Mastodon 4.6.5 and 4.7 `app/workers/scheduler/self_destruct_scheduler.rb`, `app/models/account.rb`
/// (`inboxes`).
package struct Farewells<Mode: Access> {
    let transaction: Transaction<Mode>

    /// Accounts of this server: those whose end has been told, and those whose end has not.
    package func accounts(on schema: LiveSchema) async throws -> (told: Int, pending: Int) {
        // Since 4.7 a suspended account is told of, too; before, suspended ones had been told of already.
        let ended: Statement = schema.tellsDeleted ? "requested_deletion_at" : "suspended_at"
        let counts = try await transaction.first(
            """
            select
                count(*) filter (where not pending),
                count(*) filter (where pending)
            from (
                select
                    \(fragment: ended) is null
                        or exists (select from account_deletion_requests where account_id = accounts.id) as pending
                from accounts
                where domain is null
            ) as ours
            """
        ) { (told: try $0.value(0, as: Int.self), pending: try $0.value(1, as: Int.self)) }
        return counts ?? (0, 0)
    }

    /// The hosts of all inboxes that are known, and whether the server has given up delivering there.
    package func hosts() async throws -> [(host: String, isGivenUp: Bool)] {
        try await transaction.rows(
            """
            select host, exists (select from unavailable_domains where domain = host)
            from (
                select distinct
                    lower(split_part(split_part(coalesce(nullif(shared_inbox_url, ''), inbox_url), '/', 3), ':', 1))
                        as host
                from accounts
                where domain is not null
                    and protocol = 1
            ) as inboxes
            where host <> ''
            order by host
            """
        ) { (host: try $0.value(0, as: String.self), isGivenUp: try $0.value(1, as: Bool.self)) }
    }
}

extension Transaction {
    package var farewells: Farewells<Mode> { Farewells(transaction: self) }
}
