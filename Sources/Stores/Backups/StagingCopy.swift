import Faults
import Model
import Postgres

/// Makes of a restored database one that a server can run with that nobody outside hears of: it does not federate, mails
/// nobody and pushes nothing.
struct StagingCopy {
    let schema: LiveSchema
    let transaction: Transaction<ReadWrite>

    /// What acts by itself, what others trust, and what would be done late: in an order that references allow.
    ///
    /// Sessions and tokens are those of the real server's people, whose apps must not find themselves here.
    static let emptied = [
        "web_push_subscriptions", "session_activations", "oauth_access_grants", "oauth_access_tokens", "webhooks",
        "relays", "fasp_backfill_requests", "fasp_debug_callbacks", "fasp_follow_recommendations", "fasp_subscriptions",
        "fasp_providers", "email_subscriptions", "scheduled_statuses", "account_deletion_requests", "bulk_import_rows",
        "bulk_imports", "imports",
    ]

    /// Empties what acts, and stops deliveries to every server there is.
    func defuse() async throws {
        for table in Self.emptied where schema.has(table: table) {
            try await transaction.execute("delete from \(identifier: table)")
        }
        // The server asks for the host of the inbox (Mastodon 4.3-4.7 app/lib/delivery_failure_tracker.rb).
        try await transaction.execute(
            """
            insert into unavailable_domains (domain, created_at, updated_at)
            select host, now() at time zone 'utc', now() at time zone 'utc'
            from (\(fragment: Self.hosts)) as known
            where host <> ''
            on conflict (domain) do nothing
            """)
    }

    /// What is still live, in words; empty when nothing is.
    func live() async throws -> [String] {
        var live: [String] = []
        for table in Self.emptied where schema.has(table: table) {
            let rows = try await transaction.first("select count(*) from \(identifier: table)") {
                try $0.value(0, as: Int64.self)
            }
            if rows != 0 { live.append("\(table) has \(rows ?? 0) rows") }
        }
        let open = try await transaction.first(
            """
            select count(*)
            from (\(fragment: Self.hosts)) as known
            where host <> ''
                and not exists (select from unavailable_domains where unavailable_domains.domain = known.host)
            """
        ) { try $0.value(0, as: Int64.self) }
        if open != 0 { live.append("\(open ?? 0) servers would be delivered to") }
        return live
    }

    private static let hosts: Statement = """
        select distinct lower(split_part(split_part(split_part(url.address, '://', 2), '/', 1), ':', 1)) as host
        from accounts
        cross join lateral (values (inbox_url), (shared_inbox_url)) as url(address)
        where accounts.domain is not null
        union
        select lower(domain)
        from accounts
        where domain is not null
        """
}

extension RestoreTarget {
    /// Makes a staging copy of what was restored, at one instant.
    ///
    /// - Parameter anonymized: whether people cannot be told by it any more.
    /// - Returns: how many values of people were replaced.
    /// - Throws: `Fault(.refused)` when something of it would still be live, or when an address is left: then nothing was
    ///   changed.
    package func makeStagingCopy(anonymized: Bool) async throws -> Int {
        let schema = try await schema()
        return try await change { transaction in
            let copy = StagingCopy(schema: schema, transaction: transaction)
            let anonymization = anonymized ? Anonymization(schema: schema, transaction: transaction) : nil
            try await anonymization?.begin()
            try await copy.defuse()
            let replaced = try await anonymization?.replace() ?? 0
            let live = try await copy.live()
            guard live.isEmpty else {
                throw Fault(.refused, "the copy would still act", notes: Array(live.prefix(10)))
            }
            if let left = try await anonymization?.left(), !left.isEmpty {
                throw Fault(.refused, "addresses of people are left in the copy", notes: Array(left.prefix(10)))
            }
            return replaced
        }
    }
}
