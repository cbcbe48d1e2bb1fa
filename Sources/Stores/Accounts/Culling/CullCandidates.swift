import Model
import Postgres

/// A remote account that nobody has heard of for a week.
package struct CullCandidate: Sendable, Equatable {
    package let account: AccountReference
    package let uri: String

    package init(account: AccountReference, uri: String) {
        self.account = account
        self.uri = uri
    }
}

/// Source: Mastodon 4.6.5 `lib/mastodon/cli/accounts.rb` (`cull`).
package struct CullCandidates<Mode: Access> {
    let transaction: Transaction<Mode>

    private static var isQuiet: Statement {
        """
        domain is not null
            and protocol = 1
            and updated_at < (now() at time zone 'utc') - interval '7 days'
            and coalesce(last_webfingered_at < (now() at time zone 'utc') - interval '7 days', true)
        """
    }

    package func count(of domains: [String]) async throws -> Int {
        let scope: Statement = domains.isEmpty ? "true" : "domain = any(\(domains))"
        return try await transaction.first(
            "select count(*) from accounts where \(fragment: Self.isQuiet) and \(fragment: scope)"
        ) { try $0.value(0, as: Int.self) } ?? 0
    }

    /// Candidates of one domain after an id, oldest first. Leans on the index over domain and id.
    package func page(of domain: String, after id: Int64, size: Int) async throws -> [CullCandidate] {
        try await transaction.rows(
            """
            select id, username, domain, coalesce(uri, '')
            from accounts
            where domain = \(domain)
                and id > \(id)
                and \(fragment: Self.isQuiet)
            order by id
            limit \(size)
            """
        ) {
            CullCandidate(
                account: AccountReference(id: try $0[0], username: try $0[1], domain: try $0[2]), uri: try $0[3])
        }
    }

    /// Those that still are candidates, by the same address.
    package func still(_ candidates: [CullCandidate]) async throws -> [Int64] {
        try await transaction.rows(
            """
            select accounts.id
            from accounts
            join unnest(\(candidates.map(\.account.id)), \(candidates.map(\.uri))::text[]) as seen (id, uri)
                on seen.id = accounts.id and seen.uri = coalesce(accounts.uri, '')
            where \(fragment: Self.isQuiet)
            order by accounts.id
            """
        ) { try $0.value(0, as: Int64.self) }
    }

    /// Notes that accounts were there today, so that nobody is asked about them for a week.
    package func touch(_ ids: [Int64]) async throws where Mode == ReadWrite {
        try await transaction.execute(
            "update accounts set updated_at = now() at time zone 'utc' where id = any(\(ids.sorted()))")
    }
}

extension Transaction {
    package var cullCandidates: CullCandidates<Mode> { CullCandidates(transaction: self) }
}
