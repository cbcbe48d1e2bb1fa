import Model
import Postgres

/// The rows a purge is about.
package struct PurgeScope: Sendable {
    package let selection: PurgeSelection
    /// The servers meant, of those that have accounts here; empty when the address of the actor decides.
    package let domains: [String]

    package init(selection: PurgeSelection, domains: [String]) {
        self.selection = selection
        self.domains = domains
    }

    /// Rows of a page.
    package static let page = 2_000

    /// Finds the servers meant.
    package static func find(
        _ selection: PurgeSelection, over connection: Transaction<some Access>
    ) async throws -> PurgeScope {
        if selection.isByURI, !selection.isEverybodyNotAllowed { return PurgeScope(selection: selection, domains: []) }
        if !selection.isEverybodyNotAllowed, selection.parents.isEmpty {
            return PurgeScope(selection: selection, domains: selection.domains)
        }
        let known = try await connection.remoteDomains.all()
        guard selection.isEverybodyNotAllowed else {
            return PurgeScope(selection: selection, domains: known.filter(selection.covers))
        }
        let allowed = Set(
            try await connection.rows("select domain from domain_allows") { try $0.value(0, as: String.self) })
        return PurgeScope(selection: selection, domains: known.filter { !allowed.contains($0) })
    }

    /// What a purge takes besides posts and files.
    package struct Extent: Sendable, Equatable {
        package var accounts: Int
        package var emoji: Int
        package var blocks: Int
        /// Follows by people here that end.
        package var follows: Int
        /// Follows of people here that end.
        package var followers: Int
    }

    package func extent(over connection: Transaction<some Access>) async throws -> Extent {
        let relation = { (mine: Statement, theirs: Statement) -> Statement in
            """
            select count(*)
            from follows
            join accounts as here on here.id = follows.\(fragment: mine)
            where here.domain is null
                and follows.\(fragment: theirs) in (select id from accounts where \(fragment: accounts))
            """
        }
        let blocks: Statement =
            selection.takesBlocks
            ? "select count(*) from domain_blocks where \(fragment: self.blocks)" : "select 0::bigint"
        return try await connection.first(
            """
            select
                (select count(*) from accounts where \(fragment: accounts)),
                (select count(*) from custom_emojis where \(fragment: emoji)),
                (\(fragment: blocks)),
                (\(fragment: relation("account_id", "target_account_id"))),
                (\(fragment: relation("target_account_id", "account_id")))
            """
        ) { Extent(accounts: try $0[0], emoji: try $0[1], blocks: try $0[2], follows: try $0[3], followers: try $0[4]) }
            ?? Extent(accounts: 0, emoji: 0, blocks: 0, follows: 0, followers: 0)
    }

    /// Where a walk over the accounts has come to.
    package struct Cursor: Sendable {
        var domains: ArraySlice<String>
        var after = Int64.min
    }

    package var start: Cursor { Cursor(domains: domains[...]) }

    /// The next accounts; empty at the end. Leans on the index over domain and id, or walks the primary key where the
    /// address of the actor decides.
    package func accounts(
        after cursor: inout Cursor, over connection: Transaction<some Access>
    ) async throws -> [AccountReference] {
        let found: [AccountReference]
        if selection.isByURI, !selection.isEverybodyNotAllowed {
            found = try await connection.rows(
                """
                select id, username, domain
                from accounts
                where id > \(cursor.after)
                    and \(fragment: accounts)
                order by id
                limit \(Self.page)
                """, Self.decode)
        } else {
            guard let first = cursor.domains.first else { return [] }
            found = try await connection.rows(
                """
                select account.id, account.username, account.domain
                from unnest(\(Array(cursor.domains))::text[]) with ordinality as server (name, number)
                cross join lateral (
                    select id, username, domain
                    from accounts
                    where accounts.domain = server.name
                        and accounts.id > case when server.name = \(first)::text then \(cursor.after) else \(Int64.min) end
                    order by accounts.id
                    limit \(Self.page)) as account
                order by server.number, account.id
                limit \(Self.page)
                """, Self.decode)
        }
        if let last = found.last, found.count == Self.page {
            cursor.domains = cursor.domains.drop { $0 != last.domain }
            cursor.after = last.id
        } else {
            cursor.domains = []
            cursor.after = .max
        }
        return found
    }

    private static let decode: @Sendable (borrowing Row) throws -> AccountReference = {
        AccountReference(id: try $0[0], username: try $0[1], domain: try $0[2])
    }

    /// Emoji, a page of them after an id.
    package func emoji(after id: Int64, over connection: Transaction<some Access>) async throws -> [DoomedEmoji] {
        try await connection.rows(
            """
            select id, shortcode, domain
            from custom_emojis
            where id > \(id)
                and \(fragment: emoji)
            order by id
            limit \(Self.page)
            """
        ) { DoomedEmoji(id: try $0[0], shortcode: try $0[1], domain: try $0[2]) }
    }

    // MARK: - conditions

    private var accounts: Statement {
        if selection.isByURI, !selection.isEverybodyNotAllowed { return "domain is not null and \(fragment: isAtHost)" }
        return "domain = any(\(domains))"
    }

    private var emoji: Statement {
        if selection.isEverybodyNotAllowed {
            return "domain is not null and domain not in (select domain from domain_allows)"
        }
        if selection.isByURI { return "domain is not null and \(fragment: isAtHost)" }
        return selection.takesEmojiBelow
            ? "(domain = any(\(selection.domains)) or \(fragment: isBelow))" : "domain = any(\(selection.domains))"
    }

    /// None where every server that is not allowed is meant, as with the server's own tool.
    var blocks: Statement {
        if selection.isEverybodyNotAllowed { return "false" }
        return "(domain = any(\(selection.domains)) or \(fragment: isBelow))"
    }

    /// Whether the name lies below one of the parents.
    private var isBelow: Statement {
        let ends = selection.parents.map { ".\($0)" }
        return "exists (select from unnest(\(ends)) as ending where right(lower(domain), length(ending)) = ending)"
    }

    /// Whether the address begins with one of the hosts.
    private var isAtHost: Statement {
        let hosts = selection.domains
        let ends = selection.parents.map { ".\($0)" }
        return """
            uri like 'https://%'
                and (split_part(uri, '/', 3) = any(\(hosts))
                    or exists (
                        select from unnest(\(ends)) as ending
                        where right(split_part(uri, '/', 3), length(ending)) = ending))
            """
    }
}
