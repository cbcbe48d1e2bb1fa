import Model
import Postgres

extension MonthlyFigures: RecordSource {
    package var table: String { "users" }

    /// Somebody is here whose account is neither suspended nor waiting, and active who was here within thirty days.
    ///
    /// Reads the users once, and local posts by their index alone: a post's id tells the month it was made in. Source:
    /// Mastodon 4.6.5 `lib/mastodon/snowflake.rb`.
    package func pages(on instance: Instance, over connection: Transaction<ReadOnly>) async throws -> RecordPages {
        let cells: Statement = .cells(
            "case when figures.month is null then 'all' else to_char(figures.month, 'YYYY-MM') end", "figures.sign_ups",
            "figures.here", "figures.active", "round(100.0 * figures.active / nullif(figures.sign_ups, 0), 1)",
            "coalesce(written.posters, 0)", "coalesce(written.posts, 0)")
        return RecordPages(.whole) { _, limit in
            """
            with people as (
                select date_trunc('month', users.created_at) as month, count(*) as sign_ups,
                    count(*) filter (where \(fragment: instance.schema.isAvailable()) and users.approved
                        and users.confirmed_at is not null) as here,
                    count(*) filter (where \(fragment: instance.schema.isAvailable())
                        and users.current_sign_in_at > now() at time zone 'utc' - interval '30 days') as active
                from users
                join accounts on accounts.id = users.account_id
                group by 1
            ),
            posts as (
                select date_trunc('month', to_timestamp((id >> 16) / 1000) at time zone 'utc') as month, account_id,
                    count(*) as posts
                from statuses
                where (local or uri is null) and deleted_at is null and reblog_of_id is null
                group by 1, 2
            ),
            written as (
                select month, count(*) as posters, sum(posts)::bigint as posts from posts group by month
                union all
                select null, (select count(distinct account_id) from posts), (select sum(posts)::bigint from posts)
            ),
            figures as (
                select coalesce(people.month, written.month) as month, coalesce(sign_ups, 0) as sign_ups,
                    coalesce(here, 0) as here, coalesce(active, 0) as active
                from people
                full join (select month from written where month is not null) as written on written.month = people.month
                where coalesce(people.month, written.month)
                    > date_trunc('month', now() at time zone 'utc') - make_interval(months => \(months)::integer)
                union all
                select null, coalesce(sum(sign_ups), 0)::bigint, coalesce(sum(here), 0)::bigint,
                    coalesce(sum(active), 0)::bigint
                from people
            )
            select 0::bigint, \(fragment: cells)
            from figures
            left join written on written.month is not distinct from figures.month
            order by figures.month desc nulls last
            limit \(limit)
            """
        }
    }
}
