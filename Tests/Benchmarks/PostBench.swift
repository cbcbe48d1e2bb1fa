import Support

extension Bench {
    /// `statuses remove` against the bare statement that deletes the same posts, with the database's own cascades, and
    /// `cache recount statuses` against one statement that counts all anew; both on copies of one database.
    func posts() async throws -> [Result] {
        let count = 1_000_000 / scale
        say("statuses: making \(count) posts")
        let instance = try await TestInstance.make(size: .empty)
        let bare = try await TestInstance.make(size: .empty)
        for database in [instance, bare] {
            let seeded = shell(
                """
                \(psql(database)) -v ON_ERROR_STOP=1 -v posts=\(count) -f bench/seed/search.sql
                \(psql(database)) -v ON_ERROR_STOP=1 -c "insert into status_stats \
                (status_id, replies_count, reblogs_count, favourites_count, created_at, updated_at) \
                select id, 0, 0, id % 2, now(), now() from statuses order by id" -c "vacuum analyze status_stats"
                """)
            if seeded.status != 0 { say("psql ended with \(seeded.status)") }
        }
        let results = recount(instance, bare, count) + removal(instance, bare, count)
        try await bare.remove()
        try await instance.remove()
        return results
    }

    private func recount(_ instance: TestInstance, _ bare: TestInstance, _ count: Int) -> [Result] {
        let floor = shell("\(psql(bare)) -v ON_ERROR_STOP=1 -c \"\(Self.recounting)\"")
        let run = mastoctl(["cache", "recount", "statuses", "--quiet"], on: instance)
        let note = "\(count) posts"
        return [
            Result(
                name: "cache recount statuses", value: agree(run.wall, instance, bare, on: Self.counters),
                floor: floor.wall, bound: 1.5, unit: "s", note: note),
            Result(
                name: "memory of cache recount", value: Double(run.memory) / 1e6, floor: nil, bound: 80, unit: "MB",
                note: note),
        ]
    }

    /// The oldest fifth of the posts may go.
    private func removal(_ instance: TestInstance, _ bare: TestInstance, _ count: Int) -> [Result] {
        let run = shell(
            """
            age=$(\(psql(instance)) -Atc "select extract(day from now() - created_at)::int from statuses \
            order by id offset \(count / 5) limit 1")
            exec "$1" statuses remove --days "$age" --skip-media-remove --yes --quiet --env-file "$2"
            """, [binary, instance.environmentFile])
        // What went is known beforehand to the floor, which need not look for it.
        let prepared = shell(
            """
            \(psql(instance)) -Atc 'select id from statuses' >"$1/kept"
            \(psql(bare)) -v ON_ERROR_STOP=1 -c "create table kept (id bigint primary key)" -c "\\copy kept from '$1/kept'" \
            -c "create table doomed as select id from statuses where not exists (select from kept where kept.id = statuses.id)" \
            -c "vacuum analyze doomed"
            """, [folder])
        if prepared.status != 0 { say("psql ended with \(prepared.status)") }
        let floor = shell(
            "\(psql(bare)) -v ON_ERROR_STOP=1 -c 'delete from statuses using doomed where statuses.id = doomed.id'")
        let gone = shell("test 0 -lt $(\(psql(bare)) -Atc 'select count(*) from doomed')")
        if gone.status != 0 { say("no post went") }
        let note = "the oldest fifth of \(count) posts looked at"
        return [
            Result(
                name: "statuses remove", value: gone.status == 0 ? run.wall : .infinity, floor: floor.wall, bound: 1.2,
                unit: "s", note: note),
            Result(
                name: "memory of statuses remove", value: Double(run.memory) / 1e6, floor: nil, bound: 80, unit: "MB",
                note: note),
        ]
    }

    /// A figure that counts only where both databases answer a query alike.
    private func agree(_ value: Double, _ one: TestInstance, _ other: TestInstance, on query: String) -> Double {
        let compared = shell("test \"$(\(psql(one)) -Atc \"$1\")\" = \"$(\(psql(other)) -Atc \"$1\")\"", [query])
        if compared.status == 0 { return value }
        say("the databases are not alike afterwards")
        return .infinity
    }

    private static let counters = """
        select md5(string_agg(status_id || ' ' || replies_count || ' ' || reblogs_count || ' ' || favourites_count, ',' \
        order by status_id)) from status_stats
        """

    private static let recounting = """
        with replies as (
            select in_reply_to_id as id, count(*) as number from statuses
            where deleted_at is null and visibility <> 3 and in_reply_to_id is not null group by 1
        ), reblogs as (
            select reblog_of_id as id, count(*) as number from statuses
            where deleted_at is null and reblog_of_id is not null group by 1
        ), favourites as (
            select status_id as id, count(*) as number from favourites group by 1
        ), counted as (
            select statuses.id, coalesce(replies.number, 0) as replies, coalesce(reblogs.number, 0) as reblogs,
                coalesce(favourites.number, 0) as favourites
            from statuses
            left join replies using (id) left join reblogs using (id) left join favourites using (id)
        )
        update status_stats
        set replies_count = replies, reblogs_count = reblogs, favourites_count = favourites, updated_at = now()
        from counted
        where status_id = counted.id
            and (replies_count, reblogs_count, favourites_count) is distinct from (replies, reblogs, favourites)
        """
}
