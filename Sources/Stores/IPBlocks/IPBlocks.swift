import Model
import Postgres

/// `ip_blocks`: addresses that may not sign up, or not come in at all.
///
/// Source: Mastodon 4.2 to 4.6 `app/models/ip_block.rb` and `lib/mastodon/cli/ip_blocks.rb`.
package struct IPBlocks: SignUpList {
    /// How far a key for removal reaches.
    package enum Reach: Sendable, Equatable {
        /// The blocks within the range, itself too.
        case within
        /// The blocks around it, itself too.
        case around
    }

    let reach: Reach

    package init() { self.init(reach: .within) }

    package init(reach: Reach) {
        self.reach = reach
    }

    package var table: String { "ip_blocks" }
    package var model: String { "IpBlock" }
    package var noun: String { "IP blocks" }
    /// The map every request is looked up in.
    package var staleKeys: [String] { ["blocked_ips"] }

    package func label(of request: IPBlockRequest) -> String { request.ip.description }
    package func label(of key: IPNetwork) -> String { key.description }

    /// Leans on the unique index over `ip`.
    package func present(
        _ requests: [IPBlockRequest], over connection: Transaction<some Access>
    ) async throws -> Set<String> {
        Set(
            try await connection.rows(
                """
                select \(fragment: Self.cidr)
                from ip_blocks
                where ip = any(\(requests.map { $0.ip.description })::inet[])
                """
            ) { try $0.value(0, as: String.self) })
    }

    /// Other than the comment, what a block is to be overwritten with is taken as it is: a duration that is not given
    /// makes it stay for good, as the server's own tool has it. A row that is as wished is not touched.
    package func put(
        _ requests: [IPBlockRequest], overwriting: Bool, _ schema: LiveSchema, over connection: Transaction<ReadWrite>
    ) async throws -> WrittenSignUpBlocks {
        let conflict: Statement =
            overwriting
            ? """
            do update set severity = excluded.severity, expires_at = excluded.expires_at, updated_at = excluded.updated_at,
                comment = case excluded.comment when '' then present.comment else excluded.comment end
            where (present.severity, present.expires_at, present.comment) is distinct from
                (excluded.severity, excluded.expires_at,
                case excluded.comment when '' then present.comment else excluded.comment end)
            """ : "do nothing"
        let rows = try await connection.rows(
            """
            insert into ip_blocks as present (ip, severity, comment, expires_at, created_at, updated_at)
            select wanted.ip::inet, wanted.severity::integer, wanted.comment,
                now() at time zone 'utc' + make_interval(secs => wanted.duration),
                now() at time zone 'utc', now() at time zone 'utc'
            from unnest(
                \(requests.map { $0.ip.description }), \(requests.map(\.severity.number)),
                \(requests.map { $0.comment ?? "" }), \(requests.map { $0.duration.map(Double.init) })
            ) with ordinality as wanted (ip, severity, comment, duration, place)
            order by wanted.place
            on conflict (ip) \(fragment: conflict)
            returning id, \(fragment: Self.cidr), xmax = 0
            """
        ) { row in
            (RecordRow(id: try row.value(0), label: try row.value(1)), try row.value(2, as: Bool.self))
        }
        var writing = WrittenSignUpBlocks()
        writing.added = rows.filter(\.1).map(\.0)
        writing.updated = rows.filter { !$0.1 }.map(\.0)
        return writing
    }

    package func found(
        _ keys: [IPNetwork], over connection: Transaction<some Access>
    ) async throws -> (rows: [RecordRow], unknown: [String]) {
        let names = keys.map(\.description)
        let within: Statement = "ip_blocks.ip <<= key.range::inet"
        let around: Statement = "ip_blocks.ip >>= key.range::inet"
        let condition = reach == .within ? within : around
        let rows = try await connection.rows(
            """
            select id, \(fragment: Self.cidr)
            from ip_blocks
            where exists (select from unnest(\(names)) as key (range) where \(fragment: condition))
            order by id
            """
        ) { RecordRow(id: try $0.value(0), label: try $0.value(1)) }
        let unknown = try await connection.rows(
            """
            select key.range
            from unnest(\(names)) with ordinality as key (range, place)
            where not exists (select from ip_blocks where \(fragment: condition))
            order by key.place
            """
        ) { try $0.value(0, as: String.self) }
        return (rows, unknown)
    }

    package func remove(_ ids: [Int64], over connection: Transaction<ReadWrite>) async throws -> DeletedSignUpBlocks {
        DeletedSignUpBlocks(
            removed: try await connection.rows(
                "delete from ip_blocks where id = any(\(ids)) returning id, \(fragment: Self.cidr)"
            ) { RecordRow(id: try $0.value(0), label: try $0.value(1)) })
    }

    /// With its length, also for a single address.
    static let cidr: Statement = "host(ip) || '/' || masklen(ip)"
}
