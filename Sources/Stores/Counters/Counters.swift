import Model
import Postgres

/// The counters the server keeps beside accounts and posts, compared with the rows they count.
///
/// Source: Mastodon 4.6.5 `lib/mastodon/cli/cache.rb`; quotes are counted since 4.5.
package struct Counters: Sendable {
    package let kind: CountedKind
    /// Whether a row that is missing is as good as one of zeros, as the server reads it.
    let leavesMissing: Bool
    let schema: LiveSchema

    package init(of kind: CountedKind, leavesMissing: Bool, schema: LiveSchema) {
        self.kind = kind
        self.leavesMissing = leavesMissing
        self.schema = schema
    }

    /// Owners of a page: an account may have follows and posts by the ten thousand, a post has few of anything.
    package var page: Int { kind == .accounts ? 200 : 5_000 }

    /// The owners of one page whose counters are wrong.
    package struct Page: Sendable {
        package var wrong: [Int64] = []
        package var visited = 0
        /// The last owner looked at; nil at the end.
        package var last: Int64?
    }

    package func count(over connection: Transaction<some Access>) async throws -> Int {
        try await connection.first(
            """
            select count(*)
            from \(identifier: kind.rawValue) as owner
            where \(fragment: isCounted)
            """
        ) { try $0.value(0, as: Int.self) } ?? 0
    }

    /// Looks at the next owners after an id. Leans on the primary key of posts, on the index over domain and id of
    /// accounts, and on the indexes over what is counted.
    package func page(after id: Int64, over connection: Transaction<some Access>) async throws -> Page {
        let ids = try await connection.rows(
            """
            select owner.id
            from \(identifier: kind.rawValue) as owner
            where owner.id > \(id)
                and \(fragment: isCounted)
            order by owner.id
            limit \(page)
            """
        ) { try $0.value(0, as: Int64.self) }
        guard let first = ids.first, let last = ids.last else { return Page() }
        try await connection.set("enable_seqscan", to: "off")
        let isMissing: Statement = leavesMissing ? "false" : "stat.id is null"
        let wrong = try await connection.rows(
            """
            select owner.id
            from \(identifier: kind.rawValue) as owner
            left join \(identifier: table) as stat on stat.\(identifier: owner) = owner.id
            \(fragment: joins(ids, overAllBetween: true))
            where \(fragment: kind == .accounts ? "owner.id = any(\(ids))" : "owner.id between \(first) and \(last)")
                and \(fragment: isCounted)
                and (\(fragment: isMissing) or \(fragment: differs))
            order by owner.id
            """
        ) { try $0.value(0, as: Int64.self) }
        return Page(wrong: wrong, visited: ids.count, last: ids.count < page ? nil : last)
    }

    /// Counts anew and writes what differs. The rows are locked before anything is counted, so that what the server adds
    /// meanwhile is added to the new numbers.
    ///
    /// - Parameter ids: in order, of one page.
    /// - Returns: the owners whose row is another now.
    func write(_ ids: [Int64], over connection: Transaction<ReadWrite>) async throws -> [Int64] {
        let present = try await connection.rows(
            """
            select \(identifier: owner)
            from \(identifier: table)
            where \(identifier: owner) = any(\(ids))
            order by \(identifier: owner)
            for update
            """
        ) { try $0.value(0, as: Int64.self) }
        let updated = try await connection.rows(
            """
            update \(identifier: table) as stat
            set
                \(fragment: .joined(columns.map { "\(identifier: $0) = counted.\(identifier: $0)" }, separator: ",\n    ")),
                updated_at = now() at time zone 'utc'
            from (\(fragment: counted(ids))) as counted
            where stat.\(identifier: owner) = counted.id
                and (\(fragment: list(of: "stat"))) is distinct from (\(fragment: list(of: "counted")))
            returning counted.id
            """
        ) { try $0.value(0, as: Int64.self) }
        let missing = Set(ids).subtracting(present).sorted()
        if missing.isEmpty { return updated }
        try await catchUpSequence(over: connection)
        let inserted = try await connection.rows(
            """
            insert into \(identifier: table) (\(identifier: owner), \(identifiers: columns), created_at, updated_at)
            select counted.id, \(fragment: list(of: "counted")), now() at time zone 'utc', now() at time zone 'utc'
            from (\(fragment: counted(missing))) as counted
            order by counted.id
            on conflict (\(identifier: owner)) do nothing
            returning \(identifier: owner)
            """
        ) { try $0.value(0, as: Int64.self) }
        return updated + inserted
    }

    /// After a restore the numbers given to new rows may lag behind the rows: they begin after those then.
    private func catchUpSequence(over connection: Transaction<ReadWrite>) async throws {
        _ = try await connection.first(
            """
            select setval(\("\(table)_id_seq")::text::regclass, stat.id)
            from (select max(id) as id from \(identifier: table)) as stat
            join \(identifier: "\(table)_id_seq") as sequence on sequence.last_value < stat.id
            """
        ) { _ in true }
    }

    // MARK: - statements

    private var table: String { kind == .accounts ? "account_stats" : "status_stats" }
    private var owner: String { kind == .accounts ? "account_id" : "status_id" }
    private var isCounted: Statement { kind == .accounts ? "owner.domain is null" : "owner.deleted_at is null" }

    /// A counter, and the rows it counts.
    private struct Counter {
        var column: String
        var source: Statement
        var key: String
        var condition: Statement = "true"
    }

    private var counters: [Counter] {
        let isShown: Statement = "deleted_at is null and visibility <> 3"
        switch kind {
        case .accounts:
            return [
                Counter(column: "following_count", source: "follows", key: "account_id"),
                Counter(column: "followers_count", source: "follows", key: "target_account_id"),
                Counter(column: "statuses_count", source: "statuses", key: "account_id", condition: isShown),
            ]
        case .statuses:
            var all = [
                Counter(column: "replies_count", source: "statuses", key: "in_reply_to_id", condition: isShown),
                Counter(
                    column: "reblogs_count", source: "statuses", key: "reblog_of_id", condition: "deleted_at is null"),
                Counter(column: "favourites_count", source: "favourites", key: "status_id"),
            ]
            if schema.has(column: "quotes_count", in: "status_stats") {
                all.append(
                    Counter(
                        column: "quotes_count", source: "quotes", key: "quoted_status_id", condition: "state = 1"))
            }
            return all
        }
    }

    private var columns: [String] { counters.map(\.column) }

    private func list(of name: String) -> Statement {
        .joined(columns.map { "\(identifier: name).\(identifier: $0)" })
    }

    private var differs: Statement {
        let have = columns.map { column -> Statement in "coalesce(stat.\(identifier: column), 0)" }
        let want = columns.map { column -> Statement in "coalesce(\(identifier: column).number, 0)" }
        return "(\(fragment: .joined(have))) is distinct from (\(fragment: .joined(want)))"
    }

    /// What is counted of the owners, a join for each counter.
    ///
    /// - Parameters:
    ///   - ids: in order, at least one.
    ///   - overAllBetween: whether the posts between them are counted, too: one walk over an index is far less than a
    ///     search in it for each post, once a good part of them is asked for.
    private func joins(_ ids: [Int64], overAllBetween: Bool) -> Statement {
        .joined(
            counters.map { counter in
                let isTheirs: Statement
                if kind == .statuses, overAllBetween, let first = ids.first, let last = ids.last {
                    isTheirs = "\(identifier: counter.key) between \(first) and \(last)"
                } else {
                    isTheirs = "\(identifier: counter.key) = any(\(ids))"
                }
                return """
                    left join (
                        select \(identifier: counter.key) as id, count(*) as number
                        from \(fragment: counter.source)
                        where \(fragment: isTheirs)
                            and \(fragment: counter.condition)
                        group by 1) as \(identifier: counter.column) on \(identifier: counter.column).id = owner.id
                    """
            }, separator: "\n")
    }

    private func counted(_ ids: [Int64]) -> Statement {
        let numbers = columns.map { column -> Statement in
            "coalesce(\(identifier: column).number, 0) as \(identifier: column)"
        }
        return """
            select owner.id, \(fragment: .joined(numbers))
            from \(identifier: kind.rawValue) as owner
            \(fragment: joins(ids, overAllBetween: ids.count > page / 20))
            where owner.id = any(\(ids))
                and \(fragment: isCounted)
            """
    }
}

extension Site where Mode == ReadWrite {
    /// Writes counters anew where they differ, and lets search know of accounts.
    ///
    /// - Returns: how many rows are others now.
    /// - Throws: as `change`.
    package func recount(_ ids: [Int64], by counters: Counters) async throws -> Int {
        guard counters.kind == .accounts, instance.hasSearch else {
            return try await database.write { try await counters.write(ids, over: $0) }.count
        }
        return try await change { connection in
            let changed = try await counters.write(ids, over: connection)
            var aftermath = Aftermath()
            aftermath.reindex(accounts: changed, on: instance)
            return (changed.count, aftermath)
        }
    }
}
