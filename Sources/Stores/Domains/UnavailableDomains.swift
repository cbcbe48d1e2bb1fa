import Model
import Postgres

/// The hosts nothing is delivered to.
///
/// Source: Mastodon 4.6.5 `app/models/unavailable_domain.rb`, `app/lib/delivery_failure_tracker.rb`; the same since 4.2.
package struct UnavailableDomains<Mode: Access> {
    let transaction: Transaction<Mode>

    /// Those of the names that are stopped, with their ids and since when.
    package func find(_ names: [String]) async throws -> [String: (id: Int64, since: UTCTime)] {
        let rows = try await transaction.rows(
            "select domain, id, created_at from unavailable_domains where domain = any(\(names))"
        ) { row in
            (try row.value(0, as: String.self), try row.value(1, as: Int64.self), try row.moment(2) ?? UTCTime(0))
        }
        return Dictionary(rows.map { ($0.0, (id: $0.1, since: $0.2)) }) { first, _ in first }
    }
}

extension UnavailableDomains where Mode == ReadWrite {
    /// Stops delivery; nil when it was stopped already.
    package func insert(_ domain: String) async throws -> Int64? {
        try await transaction.first(
            """
            insert into unavailable_domains (domain, created_at, updated_at)
            values (\(domain), now() at time zone 'utc', now() at time zone 'utc')
            on conflict (domain) do nothing
            returning id
            """
        ) { try $0.value(0, as: Int64.self) }
    }

    /// Starts delivery again; nil when it was not stopped.
    package func delete(_ domain: String) async throws -> Int64? {
        try await transaction.first("delete from unavailable_domains where domain = \(domain) returning id") {
            try $0.value(0, as: Int64.self)
        }
    }
}

extension Transaction {
    package var unavailableDomains: UnavailableDomains<Mode> { UnavailableDomains(transaction: self) }
}

extension Aftermath {
    /// The server's cache holds all of them under one key; each change drops it.
    package mutating func forgetUnavailableDomains() { forget("unavailable_domains") }
}
