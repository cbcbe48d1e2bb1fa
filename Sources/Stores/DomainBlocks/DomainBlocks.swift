import Model
import Postgres

/// One row of `domain_blocks`.
package struct DomainBlockRow: Sendable, Equatable {
    package var id: Int64
    package var domain: String
    package var rule: BlockRule
    /// When it was made; the accounts it silences or suspends bear exactly this time.
    package var created: UTCTime
    package var updated: UTCTime
}

/// Which blocks are asked for.
package struct DomainBlockFilter: Sendable, Equatable {
    package var severities: [BlockSeverity]
    /// A part of the name.
    package var match: String?
    /// Leaves out blocks that reject nothing, as the server's export does.
    package var skipsIdle: Bool
    /// What else must be true of them.
    package var query: DomainBlockQuery

    package init(
        severities: [BlockSeverity] = [], match: String? = nil, skipsIdle: Bool = false,
        query: DomainBlockQuery = DomainBlockQuery()
    ) {
        self.severities = severities
        self.match = match
        self.skipsIdle = skipsIdle
        self.query = query
    }
}

/// The server's blocks of domains, and what they do to accounts.
package struct DomainBlocks<Mode: Access> {
    let transaction: Transaction<Mode>

    private static var columns: Statement {
        """
        domain_blocks.id, domain_blocks.domain, coalesce(domain_blocks.severity, 0), domain_blocks.reject_media,
            domain_blocks.reject_reports, domain_blocks.obfuscate, domain_blocks.public_comment,
            domain_blocks.private_comment, extract(epoch from domain_blocks.created_at)::float8,
            extract(epoch from domain_blocks.updated_at)::float8
        """
    }

    private static func row(_ row: borrowing Row) throws -> DomainBlockRow {
        DomainBlockRow(
            id: try row[0], domain: try row[1],
            rule: BlockRule(
                severity: BlockSeverity(code: try row.value(2, as: Int.self)) ?? .silence, rejectMedia: try row[3],
                rejectReports: try row[4], obfuscate: try row[5], publicComment: try row[6], privateComment: try row[7]),
            created: UTCTime(try row.value(8, as: Double.self)), updated: UTCTime(try row.value(9, as: Double.self)))
    }

    /// The block of exactly this domain.
    package func find(_ domain: String) async throws
        -> DomainBlockRow?
    {
        try await transaction.first(
            """
            select \(fragment: Self.columns)
            from domain_blocks
            where domain = \(domain)
            """, Self.row)
    }

    /// The block that applies to a domain: its own, or that of its nearest parent.
    ///
    /// Source: Mastodon 4.6.5 `app/models/domain_block.rb` (`rule_for`).
    package func applying(to domain: String) async throws -> DomainBlockRow? {
        try await transaction.first(
            """
            select \(fragment: Self.columns)
            from domain_blocks
            where domain = any(\(DomainName.suffixes(of: domain)))
            order by char_length(domain) desc
            limit 1
            """, Self.row)
    }

    /// The blocks of exactly these domains.
    package func find(_ domains: [String]) async throws -> [String: DomainBlockRow] {
        let found = try await transaction.rows(
            """
            select \(fragment: Self.columns)
            from domain_blocks
            where domain = any(\(domains))
            """, Self.row)
        return Dictionary(found.map { ($0.domain, $0) }) { first, _ in first }
    }

    /// Blocks in the order they were made, after that id. Leans on the primary key.
    package func page(
        _ filter: DomainBlockFilter = .init(), after id: Int64, size: Int
    ) async throws -> [DomainBlockRow] {
        let codes = filter.severities.map(\.code)
        let condition = DomainBlockTerms(now: .now).condition(filter.query)
        return try await transaction.rows(
            """
            select \(fragment: Self.columns)
            from domain_blocks
            where id > \(id)
                and (cardinality(\(codes)) = 0 or coalesce(severity, 0) = any(\(codes)))
                and (\(filter.match)::text is null or position(\(filter.match ?? "") in domain) > 0)
                and (not \(filter.skipsIdle) or coalesce(severity, 0) in (0, 1) or reject_media)
                and \(fragment: condition)
            order by id
            limit \(size)
            """, Self.row)
    }

    /// All of them, by domain.
    package func all(_ filter: DomainBlockFilter = .init()) async throws -> [DomainBlockRow] {
        var all: [DomainBlockRow] = []
        while true {
            let page = try await page(filter, after: all.last?.id ?? 0, size: 5_000)
            all += page
            if page.count < 5_000 { return all }
        }
    }

    // MARK: - changes

    /// Adds a block; nil when somebody else has added it meanwhile.
    ///
    /// Each has its own time, also several of one transaction: it is how the accounts of one are told from another's.
    package func insert(_ entry: BlockEntry) async throws -> Int64? where Mode == ReadWrite {
        let rule = entry.rule
        return try await transaction.first(
            """
            with moment as materialized (select clock_timestamp() at time zone 'utc' as now)
            insert into domain_blocks (domain, severity, reject_media, reject_reports, obfuscate, public_comment,
                private_comment, created_at, updated_at)
            select \(entry.domain), \(rule.severity.code)::int, \(rule.rejectMedia), \(rule.rejectReports),
                \(rule.obfuscate), \(rule.publicComment), \(rule.privateComment), moment.now, moment.now
            from moment
            on conflict (domain) do nothing
            returning id
            """
        ) { try $0.value(0, as: Int64.self) }
    }

    package func update(_ id: Int64, to rule: BlockRule) async throws where Mode == ReadWrite {
        try await transaction.execute(
            """
            update domain_blocks
            set severity = \(rule.severity.code)::int,
                reject_media = \(rule.rejectMedia),
                reject_reports = \(rule.rejectReports),
                obfuscate = \(rule.obfuscate),
                public_comment = \(rule.publicComment),
                private_comment = \(rule.privateComment),
                updated_at = clock_timestamp() at time zone 'utc'
            where id = \(id)
            """)
    }

    package func delete(_ id: Int64) async throws -> Bool where Mode == ReadWrite {
        try await transaction.execute("delete from domain_blocks where id = \(id)") > 0
    }

    /// Takes what a block did off up to `limit` accounts of the domain and those below it: only where the account's time
    /// is the block's own, so that what a moderator did stays.
    ///
    /// Source: Mastodon 4.6.5 `app/services/unblock_domain_service.rb`. Leans on the instances view's reversed names and
    /// on accounts' index over the domain.
    ///
    /// - Returns: how many accounts changed; fewer than `limit` of them mean that none is left.
    package func lift(
        _ row: DomainBlockRow, _ lifting: BlockLifting, limit: Int
    ) async throws -> Int where Mode == ReadWrite {
        let (condition, change): (Statement, Statement) =
            switch lifting {
            case .silence: ("silenced_at", "silenced_at = null")
            case .suspension: ("suspended_at", "suspended_at = null, suspension_origin = null")
            }
        return try await transaction.execute(
            """
            update accounts
            set \(fragment: change)
            where id in (
                select id
                from accounts
                where \(fragment: AccountScope.of(row.domain))
                    and \(fragment: condition) = (select created_at from domain_blocks where id = \(row.id))
                limit \(limit)
                for update
            )
            """)
    }
}

/// What the end of a block takes off accounts.
package enum BlockLifting: Sendable {
    case silence, suspension
}

/// The accounts a block is about.
enum AccountScope {
    /// Those of the domain and below it. Source: Mastodon 4.6.5 `app/models/instance.rb` (`by_domain_and_subdomains`);
    /// the domain itself is named too, since the view may lag behind.
    ///
    /// - Parameter domain: valid, so that it holds none of the signs `like` knows.
    static func of(_ domain: String) -> Statement {
        """
        domain in (
            select domain
            from instances
            where reverse('.' || domain) like reverse(\("%." + domain))
            union
            select \(domain)::text
        )
        """
    }
}

extension Transaction {
    package var domainBlocks: DomainBlocks<Mode> { DomainBlocks(transaction: self) }
}
