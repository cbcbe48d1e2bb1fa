import Model
import Postgres

/// Figures of a domain's accounts, added up a page of them at a time.
struct DomainSums: Sendable {
    /// Accounts of a page: what hangs on so many is counted in some tens of milliseconds.
    static let pageSize = 1000

    private(set) var accounts: Int64 = 0
    private(set) var suspended: Int64 = 0
    private(set) var silenced: Int64 = 0
    private(set) var posts: Int64 = 0
    private(set) var attachments: Int64 = 0
    private(set) var bytes: Int64 = 0
    private(set) var openReports: Int64 = 0
    private(set) var firstSeen: UTCTime?
    private(set) var lastActivity: UTCTime?
    private var outgoing = Ties()
    private var incoming = Ties()
    private var hosts: [String: Int] = [:]
    private var lastID = Int64.min

    var follows: DomainDossier.Follows {
        .init(
            outgoing: outgoing.count, followersHere: Int64(outgoing.people.count), incoming: incoming.count,
            followedHere: Int64(incoming.people.count))
    }

    /// Up to four hosts that its accounts' inboxes are at, the most frequent first.
    var frequentHosts: [String] {
        hosts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(4).map(\.key)
    }

    /// Adds the next page. Leans on `index_accounts_on_domain_and_id` and indexes that begin with an account's id.
    ///
    /// - Returns: whether it was the last.
    mutating func addPage(of domain: String, over connection: Transaction<some Access>) async throws -> Bool {
        try await connection.useIndexes()
        let members = try await members(of: domain, over: connection)
        guard let last = members.last else { return true }
        lastID = last.id
        for member in members { add(member, of: domain) }
        let ids = members.map(\.id)
        try await addWork(of: ids, over: connection)
        outgoing = try await connection.reduce(
            "select account_id, count(*) from follows where target_account_id = any(\(ids)) group by account_id",
            into: outgoing, Ties.add)
        incoming = try await connection.reduce(
            """
            select target_account_id, count(*)
            from follows
            where account_id = any(\(ids))
            group by target_account_id
            """, into: incoming, Ties.add)
        return members.count < Self.pageSize
    }

    private func members(of domain: String, over connection: Transaction<some Access>) async throws -> [Member] {
        try await connection.rows(
            """
            select
                id, created_at, suspended_at is not null, silenced_at is not null,
                coalesce(avatar_file_size, 0)::bigint + coalesce(header_file_size, 0)::bigint,
                split_part(split_part(coalesce(nullif(shared_inbox_url, ''), inbox_url), '/', 3), ':', 1)
            from accounts
            where domain = \(domain) and id > \(lastID)
            order by id
            limit \(Self.pageSize)
            """
        ) { row in
            Member(
                id: try row[0], created: try row.moment(1), isSuspended: try row[2], isSilenced: try row[3],
                bytes: try row[4], host: try row.value(5, as: String.self).lowercased())
        }
    }

    private mutating func add(_ member: Member, of domain: String) {
        accounts += 1
        suspended += member.isSuspended ? 1 : 0
        silenced += member.isSilenced ? 1 : 0
        bytes += member.bytes
        firstSeen = [firstSeen, member.created].compactMap(\.self).min()
        if member.host != "", member.host != domain { hosts[member.host, default: 0] += 1 }
    }

    private mutating func addWork(of ids: [Int64], over connection: Transaction<some Access>) async throws {
        let found = try await connection.first(
            """
            select
                (select count(*) from statuses where account_id = any(\(ids)) and deleted_at is null),
                media.count, media.bytes,
                (select max(last_status_at) from account_stats where account_id = any(\(ids))),
                (select count(*) from reports where target_account_id = any(\(ids)) and action_taken_at is null)
            from (
                select
                    count(*) as count,
                    least(coalesce(sum(coalesce(file_file_size, 0)::numeric
                        + coalesce(thumbnail_file_size, 0)::numeric), 0), 9223372036854775807)::bigint as bytes
                from media_attachments
                where account_id = any(\(ids))
            ) as media
            """
        ) { row in
            (
                posts: try row.value(0, as: Int64.self), attachments: try row.value(1, as: Int64.self),
                bytes: try row.value(2, as: Int64.self), last: try row.moment(3),
                reports: try row.value(4, as: Int64.self)
            )
        }
        guard let found else { return }
        posts += found.posts
        attachments += found.attachments
        bytes += found.bytes
        openReports += found.reports
        lastActivity = [lastActivity, found.last].compactMap(\.self).max()
    }
}

extension DomainSums {
    private struct Member: Sendable {
        var id: Int64
        var created: UTCTime?
        var isSuspended: Bool
        var isSilenced: Bool
        var bytes: Int64
        var host: String
    }

    /// Follows, and the people here who are at their other end: as many as have accounts here at most.
    private struct Ties: Sendable {
        var count: Int64 = 0
        var people: Set<Int64> = []

        @Sendable static func add(_ ties: inout Ties, _ row: borrowing Row) throws {
            ties.people.insert(try row.value(0))
            ties.count += try row.value(1, as: Int64.self)
        }
    }
}
