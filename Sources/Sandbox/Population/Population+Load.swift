import Model
import Postgres

extension Population {
    /// Loads all rows into empty tables and returns how many there were.
    ///
    /// Best before `SchemaScript.constraints` has run. Where the foreign keys exist already, the rows of a table come
    /// after those they refer to.
    /// - Throws: `PostgresError`.
    package func load(into connection: PostgresConnection) async throws -> Int {
        var count = 0
        for rows in tables {
            count += try await connection.copyIn(table: rows.table, columns: rows.columns) { writer in
                _ = try rows.forEachChunk { try writer.addLines($0) }
            }
        }
        return count
    }

    /// What a server keeps beside its rows: counters, the sequences' next values, materialised views, statistics.
    /// - Throws: `PostgresError`.
    package func settle(_ connection: PostgresConnection) async throws {
        try await connection.script(Script(trusted: counters + sequences + views))
        // Not inside the transaction of the script before it.
        try await connection.script("vacuum analyze")
    }

    private var counters: String {
        let time = "timestamp '\(now.before(days: 0.5).text)'"
        // A pinned order of ids keeps two loads equal.
        return """
            insert into account_stats
                (id, account_id, statuses_count, following_count, followers_count, last_status_at, created_at, updated_at)
            select row_number() over (order by a.id), a.id, coalesce(s.count, 0), coalesce(f.count, 0),
                coalesce(g.count, 0), s.last, \(time), \(time)
            from accounts a
            left join (
                select account_id, count(*) as count, max(created_at) as last from statuses
                where visibility < 3 and deleted_at is null group by account_id
            ) s on s.account_id = a.id
            left join (select account_id, count(*) as count from follows group by account_id) f on f.account_id = a.id
            left join (
                select target_account_id, count(*) as count from follows group by target_account_id
            ) g on g.target_account_id = a.id
            where a.id > 0;
            insert into status_stats
                (id, status_id, replies_count, reblogs_count, favourites_count, created_at, updated_at)
            select row_number() over (order by status_id), status_id, sum(replies), sum(reblogs), sum(favourites),
                \(time), \(time)
            from (
                select in_reply_to_id as status_id, 1 as replies, 0 as reblogs, 0 as favourites
                from statuses where in_reply_to_id is not null and visibility < 2
                union all select reblog_of_id, 0, 1, 0 from statuses where reblog_of_id is not null
                union all select status_id, 0, 0, 1 from favourites
            ) deeds
            group by status_id;

            """
    }

    private var sequences: String {
        SchemaCatalog.of(release: release).tables.compactMap { table in
            // Ids that carry their time take only their last bits from the sequence.
            guard let sequence = table.sequence, let owner = sequence.owner else { return nil }
            return "select setval('\(sequence.name)', greatest(1, (select max(\(owner)) from \(table.name))));\n"
        }.joined()
    }

    private var views: String {
        let catalog = SchemaCatalog.of(release: release)
        let refreshed = catalog.relations.filter { $0.kind == .materialisedView }
            .map { "refresh materialized view \($0.name);\n" }
        return refreshed.joined() + SchemaViews.filled(in: catalog)
    }
}
