import HTML
import Model
import Postgres
import Redis

/// Makes the documents of accounts. Source: Mastodon 4.2.0 to 4.7 `app/models/account.rb` (`searchable`).
enum AccountDocuments {
    static func documents(
        of slice: SearchSlice, in schema: LiveSchema, over connection: Transaction<some Access>
    ) async throws -> [SearchDocument] {
        let accounts = try await connection.rows(
            """
            select account.id, account.username, account.domain, account.display_name, account.note,
                coalesce(account_stats.following_count, 0), coalesce(account_stats.followers_count, 0),
                coalesce(account.actor_type in ('Application', 'Service'), false),
                \(fragment: isVerified),
                coalesce(account.discoverable, false),
                coalesce(account_stats.last_status_at, account.created_at)
            from accounts as account
            left join account_stats on account_stats.account_id = account.id
            where \(fragment: slice.condition("account.id"))
                and \(fragment: isInScope(schema))
            order by account.id
            """, decode)
        var writer = DocumentWriter()
        return accounts.map { account in
            account.write(to: &writer)
            return SearchDocument(id: .number(account.id), body: writer.take())
        }
    }

    /// Over the alias `account`.
    static func isInScope(_ schema: LiveSchema) -> Statement {
        """
        \(fragment: schema.isAvailable("account"))
            and account.moved_to_account_id is null
            and (account.domain is not null or exists (
                select
                from users
                where users.account_id = account.id
                    and users.approved
                    and users.confirmed_at is not null
            ))
        """
    }

    private static var isVerified: Statement {
        """
        case
            when jsonb_typeof(account.fields) = 'array' then exists (
                select
                from jsonb_array_elements(account.fields) as field
                where jsonb_typeof(field) = 'object'
                    and field ->> 'verified_at' <> ''
            )
            else false
        end
        """
    }

    private static func decode(_ row: borrowing Row) throws -> AccountDocument {
        let domain: String? = try row[2]
        let note: String = try row[4]
        let isDiscoverable: Bool = try row[9]
        let active: Timestamp = try row[10]
        return AccountDocument(
            id: try row[0], username: try row[1], domain: domain, displayName: try row[3],
            text: isDiscoverable ? (domain == nil ? note : PlainText.of(html: note)) : nil, following: try row[5],
            followers: try row[6], isBot: try row[7], isVerified: try row[8], isDiscoverable: isDiscoverable,
            lastActive: DocumentDate(microseconds: active.microseconds))
    }
}

/// Makes the documents of hashtags. How many accounts used them is in Redis, a set of estimates for each day.
/// Source: Mastodon 4.2.0 to 4.6.5 `app/chewy/tags_index.rb`, `app/models/trends/history.rb`.
enum TagDocuments {
    static func tags(
        of slice: SearchSlice, over connection: Transaction<some Access>
    ) async throws -> [TagDocument] {
        try await connection.rows(
            """
            select tag.id, coalesce(tag.display_name, tag.name), tag.reviewed_at is not null,
                coalesce(tag.last_status_at, tag.created_at)
            from tags as tag
            where \(fragment: slice.condition("tag.id"))
                and \(fragment: isInScope)
            order by tag.id
            """
        ) { row in
            let used: Timestamp = try row[3]
            return TagDocument(
                id: try row[0], name: try row[1], isReviewed: try row[2], usage: 0,
                lastUsed: DocumentDate(microseconds: used.microseconds))
        }
    }

    /// Over the alias `tag`.
    static var isInScope: Statement { "coalesce(tag.listable, true)" }

    /// The keys that tell of today and the seven days before.
    static func usageKeys(of tag: Int64, at now: UTCTime) -> [String] {
        let today = Int64((now.seconds / 86_400).rounded(.down)) * 86_400
        return (0...7).map { "activity:tags:\(tag):\(today - (7 - Int64($0)) * 86_400):accounts" }
    }

    static func documents<Mode: Access>(
        of tags: [TagDocument], keys: KeyStore<Mode>, at now: UTCTime
    ) async throws -> [SearchDocument] {
        guard !tags.isEmpty else { return [] }
        let counts = try await keys.connection().pipeline(
            tags.map { tag in
                ["PFCOUNT"] + usageKeys(of: tag.id, at: now).map { RedisArgument(keys.prefix + $0) }
            })
        var writer = DocumentWriter()
        return try zip(tags, counts).map { tag, count in
            if case .error(let error) = count { throw error }
            var tag = tag
            tag.usage = count.integer ?? 0
            tag.write(to: &writer)
            return SearchDocument(id: .number(tag.id), body: writer.take())
        }
    }
}

/// Makes the documents of other servers: those without a block of their own. The view is small, so all are read at once
/// in pages by name. Source: Mastodon 4.2.0 to 4.6.5 `app/models/instance.rb` (`searchable`).
enum InstanceDocuments {
    static func documents(
        of slice: SearchSlice, over connection: Transaction<some Access>
    ) async throws -> [SearchDocument] {
        let servers = try await connection.rows(
            """
            select server.domain, server.accounts_count
            from instances as server
            where \(fragment: slice.condition("server.domain"))
                and \(fragment: isInScope)
            order by server.domain
            """
        ) { InstanceDocument(domain: try $0[0], accounts: try $0[1]) }
        var writer = DocumentWriter()
        return servers.map { server in
            server.write(to: &writer)
            return SearchDocument(id: .domain(server.domain), body: writer.take())
        }
    }

    /// Over the alias `server`.
    static var isInScope: Statement {
        "not exists (select from domain_blocks where domain_blocks.domain = server.domain)"
    }
}
