import Model
import Postgres

extension DomainBlocks {
    /// What there is of a domain and those below it. Leans on the indexes over an account's posts, media and follows.
    ///
    /// - Parameter listed: how many people are told by name.
    package func effect(of domain: String, listed: Int = 10) async throws -> BlockEffect {
        // A wrong guess at how many accounts there are goes over all posts and all follows of the server.
        try await transaction.useIndexes()
        let scope: Statement = "select id from accounts where \(fragment: AccountScope.of(domain))"
        let counts = try await transaction.first(
            """
            with concerned as materialized (\(fragment: scope)),
            posts as (
                select 1
                from concerned
                join statuses on statuses.account_id = concerned.id
                limit \(BlockEffect.cap)
            ),
            media as (
                select coalesce(file_file_size, 0)::numeric + coalesce(thumbnail_file_size, 0)::numeric as size
                from concerned
                join media_attachments on media_attachments.account_id = concerned.id
                limit \(BlockEffect.cap)
            )
            select (select count(*) from concerned), (select count(*) from posts),
                (select count(*) from media),
                (select least(coalesce(sum(size), 0), 9223372036854775807)::bigint from media)
            """
        ) {
            (
                accounts: try $0.value(0, as: Int.self), posts: try $0.value(1, as: Int.self),
                media: try $0.value(2, as: Int.self), bytes: try $0.value(3, as: Int64.self)
            )
        }
        let people = try await transaction.rows(
            """
            with concerned as materialized (\(fragment: scope)),
            ties as (
                select follows.account_id as id, 1 as following, 0 as followers
                from concerned
                join follows on follows.target_account_id = concerned.id
                union all
                select follows.target_account_id, 0, 1
                from concerned
                join follows on follows.account_id = concerned.id
            )
            select accounts.username, sum(ties.following)::bigint, sum(ties.followers)::bigint
            from ties
            join accounts on accounts.id = ties.id
            where accounts.domain is null
            group by accounts.id
            order by sum(ties.following) + sum(ties.followers) desc, accounts.username
            """
        ) { row in
            BlockEffect.Person(name: try row[0], following: try row[1], followers: try row[2])
        }
        let (posts, media) = (counts?.posts ?? 0, counts?.media ?? 0)
        return BlockEffect(
            domain: domain, accounts: counts?.accounts ?? 0, posts: posts, media: media, bytes: counts?.bytes ?? 0,
            isCapped: max(posts, media) >= BlockEffect.cap,
            following: people.reduce(0) { $0 + $1.following }, followers: people.reduce(0) { $0 + $1.followers },
            people: Array(people.prefix(listed)), peopleCount: people.count)
    }

    /// The servers that blocks of the domains are about, as `concerned (domain, blocked)`. Walks the view of known servers
    /// once.
    private static func concerned(by domains: [String]) -> Statement {
        """
        with known as (
            select domain from instances where domain is not null
            union
            select domain from unnest(\(domains)) as named (domain)
        ),
        labels as (
            select domain, string_to_array(domain, '.') as parts from known
        ),
        concerned as materialized (
            select labels.domain, array_to_string(labels.parts[first:], '.') as blocked
            from labels
            cross join generate_series(1, cardinality(labels.parts)) as first
            where array_to_string(labels.parts[first:], '.') = any(\(domains))
        )
        """
    }

    /// What suspensions of all of the domains take away together. Leans on the index over an account's domain and on those
    /// over follows.
    package func toll(of domains: [String]) async throws -> BlockToll {
        try await transaction.first(
            """
            \(fragment: Self.concerned(by: domains)),
            theirs as materialized (
                select distinct accounts.id
                from concerned
                join accounts on accounts.domain = concerned.domain
            ),
            ties as (
                select follows.account_id as id, 1 as following, 0 as followers
                from theirs
                join follows on follows.target_account_id = theirs.id
                union all
                select follows.target_account_id, 0, 1
                from theirs
                join follows on follows.account_id = theirs.id
            )
            select (select count(*) from theirs), count(distinct people.id),
                coalesce(sum(ties.following), 0)::bigint, coalesce(sum(ties.followers), 0)::bigint
            from ties
            join accounts as people on people.id = ties.id and people.domain is null
            """
        ) { BlockToll(accounts: try $0[0], people: try $0[1], following: try $0[2], followers: try $0[3]) }
            ?? BlockToll(accounts: 0, people: 0, following: 0, followers: 0)
    }

    /// How many local people follow somebody at each of the domains or below it; those nobody follows are left out.
    /// Walks the follows of local people at those of the known servers that matter.
    package func localFollowers(of domains: [String]) async throws -> [String: Int] {
        let found = try await transaction.rows(
            """
            \(fragment: Self.concerned(by: domains))
            select concerned.blocked, count(distinct follows.account_id)
            from concerned
            join accounts on accounts.domain = concerned.domain
            join follows on follows.target_account_id = accounts.id
            join accounts as people on people.id = follows.account_id and people.domain is null
            group by concerned.blocked
            """
        ) { (try $0.value(0, as: String.self), try $0.value(1, as: Int.self)) }
        return Dictionary(found) { first, _ in first }
    }
}
