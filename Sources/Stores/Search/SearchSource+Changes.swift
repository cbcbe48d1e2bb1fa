import Model
import Postgres
import Redis

extension SearchSource {
    /// Tables whose new rows change what a post's document says, and the column that names the post.
    private static let companions: [(table: String, column: String)] = [
        ("favourites", "status_id"), ("bookmarks", "status_id"), ("mentions", "status_id"),
        ("status_edits", "status_id"), ("quotes", "status_id"), ("media_attachments", "status_id"),
    ]

    /// The newest ids now of the tables whose rows change documents of posts, a little lowered for rows of
    /// transactions under way.
    package func marks(at site: Site<ReadWrite>) async throws -> [String: Int64] {
        guard index == .statuses || index == .publicStatuses else { return [:] }
        let tables = Self.companions.map(\.table).filter { site.instance.schema.has(table: $0) } + ["poll_votes"]
        return try await site.database.read { connection in
            var marks: [String: Int64] = [:]
            for table in tables {
                let newest = try await connection.first("select max(id) from \(identifier: table)") {
                    try $0.value(0, as: Int64?.self)
                }
                marks[table] = max(0, ((newest ?? nil) ?? 0) - 1_000)
            }
            return marks
        }
    }

    /// Ids of rows that came since then, and of posts that got company behind the marks.
    package func newcomers(
        since: UTCTime, behind marks: [String: Int64], at site: Site<ReadWrite>
    ) async throws -> [Int64] {
        let first = Snowflake.first(at: UTCTime(since.seconds - 60))
        let table = table
        return try await site.database.read { connection in
            var ids = try await connection.rows("select id from \(identifier: table) where id >= \(first)") {
                try $0.value(0, as: Int64.self)
            }
            for (companion, column) in Self.companions {
                guard let mark = marks[companion] else { continue }
                ids += try await connection.rows(
                    """
                    select distinct \(identifier: column)
                    from \(identifier: companion)
                    where id > \(mark)
                        and \(identifier: column) is not null
                    """
                ) { try $0.value(0, as: Int64.self) }
            }
            if let mark = marks["poll_votes"] {
                ids += try await connection.rows(
                    """
                    select distinct polls.status_id
                    from poll_votes
                    join polls on polls.id = poll_votes.poll_id
                    where poll_votes.id > \(mark)
                    """
                ) { try $0.value(0, as: Int64.self) }
            }
            return ids
        }
    }

    /// Rows of the table as the planner knows them, or counted where it does not.
    package func estimatedRows(at site: Site<ReadOnly>) async throws -> Int {
        let table = table
        return try await site.database.read { connection in
            let planned = try await connection.first(
                "select reltuples::bigint from pg_catalog.pg_class where oid = to_regclass(\(table)::text)"
            ) { try $0.value(0, as: Int.self) }
            if let planned, planned > 10_000 { return planned }
            return try await connection.first("select count(*) from \(identifier: table)") {
                try $0.value(0, as: Int.self)
            } ?? 0
        }
    }

    /// A place among the rows, anywhere with the same chance as far as ids are spread evenly.
    package func randomPlace(at site: Site<ReadOnly>) async throws -> SearchPlace? {
        if index == .instances { return nil }
        let table = table
        let ends = try await site.database.read { connection in
            try await connection.first("select min(id), max(id) from \(identifier: table)") {
                (try $0.value(0, as: Int64?.self), try $0.value(1, as: Int64?.self))
            }
        }
        guard case (let low?, let high?)? = ends else { return nil }
        return SearchPlace(.number(Int64.random(in: low - 1...high - 1)))
    }

    /// Whether there are no more rows than a number, in the index or not; it is not counted further.
    package func hasAtMost(_ count: Int, at site: Site<ReadOnly>) async throws -> Bool {
        let table = table
        let found = try await site.database.read { connection in
            try await connection.first(
                "select count(*) from (select from \(identifier: table) limit \(min(count, .max - 1) + 1)) as some_rows"
            ) { try $0.value(0, as: Int.self) }
        }
        return (found ?? 0) <= count
    }

    /// The ids of a slice's rows, in the index or not.
    package func ids(of slice: SearchSlice, at site: Site<ReadOnly>) async throws -> [DocumentID] {
        let (index, table) = (index, table)
        return try await site.database.read { connection in
            if index == .instances {
                return try await connection.rows(
                    "select domain from instances where \(fragment: slice.condition("domain")) order by domain"
                ) { DocumentID.domain(try $0[0]) }
            }
            guard index == .tags else { return [] }
            return try await connection.rows(
                "select id from \(identifier: table) where \(fragment: slice.condition("id")) order by id"
            ) { DocumentID.number(try $0[0]) }
        }
    }

    /// The newest rows.
    package func sample(of size: Int, at site: Site<ReadOnly>) async throws -> (slice: SearchSlice, rows: Int)? {
        let (index, table) = (index, table)
        return try await site.database.read { connection in
            if index == .instances {
                let rows = try await connection.first("select count(*) from instances") {
                    try $0.value(0, as: Int.self)
                }
                return (.domains(after: "", through: "\u{10FFFF}"), rows ?? 0)
            }
            let ends = try await connection.first(
                """
                select min(id), max(id), count(*)
                from (
                    select id
                    from \(identifier: table)
                    order by id desc
                    limit \(size)
                ) as page
                """
            ) { (try $0.value(0, as: Int64?.self), try $0.value(1, as: Int64?.self), try $0.value(2, as: Int.self)) }
            guard case (let low?, let high?, let rows)? = ends else { return nil }
            return (.range(after: low - 1, through: high), rows)
        }
    }
}

extension SearchSource {
    /// How many rows belong into the index.
    package func count(at site: Site<ReadOnly>) async throws -> Int {
        let statement: Statement =
            switch index {
            case .instances:
                "select count(*) from instances as server where \(fragment: InstanceDocuments.isInScope)"
            case .accounts:
                "select count(*) from accounts as account where \(fragment: AccountDocuments.isInScope(schema))"
            case .tags: "select count(*) from tags as tag where \(fragment: TagDocuments.isInScope)"
            case .publicStatuses:
                """
                select count(*)
                from statuses as post
                join accounts on accounts.id = post.account_id
                where post.deleted_at is null
                    and post.reblog_of_id is null
                    and post.visibility = 0
                    and accounts.indexable
                """
            case .statuses:
                """
                select count(*)
                from statuses as post
                where post.deleted_at is null
                    and post.reblog_of_id is null
                    and post.id in (\(fragment: StatusDocuments.candidates))
                """
            }
        return try await site.database.read { connection in
            try await connection.first(statement) { try $0.value(0, as: Int.self) } ?? 0
        }
    }
}

extension KeyStore {
    /// How many ids the server has noted for an index.
    package func length(_ index: SearchIndex) async throws -> Int {
        Int(try await connection().command(["SCARD", RedisArgument(prefix + index.queueKey)]).integer ?? 0)
    }

    /// The ids the server has noted for an index and not yet worked off.
    package func noted(_ index: SearchIndex) async throws -> [Int64] {
        let answer = try await connection().command(["SMEMBERS", RedisArgument(prefix + index.queueKey)])
        return (answer.texts ?? []).compactMap { Int64($0) }
    }
}
