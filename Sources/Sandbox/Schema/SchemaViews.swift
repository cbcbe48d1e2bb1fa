import Model

/// What the views answer, written from their columns and from what the server does with them. They hold the rows the
/// server's own hold for the questions asked here; their definitions are not the server's.
enum SchemaViews {
    /// Fills the tables that were views once: those of recommendations, since 4.7.
    static func filled(in catalog: SchemaCatalog) -> String {
        let tables = [
            ("account_summaries", "account_id, language, sensitive"),
            ("global_follow_recommendations", "account_id, rank, reason"),
        ]
        return tables.compactMap { name, columns in
            guard catalog.relation(name)?.kind == .table, let query = queries[name] else { return nil }
            return "insert into \(name) (\(columns)) select \(columns) from (\n\(query)\n) as made;\n"
        }.joined()
    }

    static let queries = [
        "instances": """
        select known.domain, coalesce(counted.accounts_count, 0) as accounts_count
        from (
            select domain from accounts where domain is not null
            union select domain from domain_blocks
            union select domain from domain_allows
        ) known
        left join (
            select domain, count(*) as accounts_count from accounts group by domain
        ) counted on counted.domain = known.domain
        """,
        "user_ips": """
        select seen.user_id, seen.ip, max(seen.used_at) as used_at
        from (
            select id as user_id, sign_up_ip as ip, created_at as used_at from users where sign_up_ip is not null
            union all select user_id, ip, updated_at from session_activations
            union all select user_id, ip, created_at from login_activities where success
        ) seen
        group by seen.user_id, seen.ip
        """,
        "account_summaries": """
        select accounts.id as account_id,
            mode() within group (order by recent.language) as language,
            mode() within group (order by recent.sensitive) as sensitive
        from accounts
        cross join lateral (
            select language, sensitive from statuses
            where account_id = accounts.id and deleted_at is null and reblog_of_id is null
            order by id desc limit 20
        ) recent
        where suspended_at is null and silenced_at is null and moved_to_account_id is null
            and discoverable and not locked
        group by accounts.id
        """,
        "global_follow_recommendations": """
        select ranked.account_id, sum(ranked.rank) as rank, array_agg(ranked.reason) as reason
        from (
            select follows.target_account_id as account_id,
                count(*) / (1.0 + count(*)) as rank, 'most_followed'::text as reason
            from follows
            join accounts on accounts.id = follows.target_account_id
            where accounts.suspended_at is null and accounts.silenced_at is null and accounts.discoverable
            group by follows.target_account_id
            having count(*) >= 5
        ) ranked
        group by ranked.account_id
        order by rank desc
        """,
    ]
}
