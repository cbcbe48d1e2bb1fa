import Model
import Postgres

/// Sums by one property.
extension MediaSizes {
    package typealias Group = UsageBreakdown.Group

    /// Attachments, avatars, headers and emoji by domain; this server's own under its domain.
    package func byDomain(local: String, top: Int) async throws -> UsageBreakdown {
        var sums = try await sum { try await self.attachmentsByDomain(after: $0, over: $1) }
        sums.merge(try await sum { try await self.profilesByDomain(after: $0, over: $1) }, uniquingKeysWith: +)
        sums.merge(try await sum { try await self.emojiByDomain(after: $0, over: $1) }, uniquingKeysWith: +)
        var ranking = UsageBreakdown.Ranking(top: top)
        for (name, sum) in sums { ranking.add(Group(name: name ?? local, files: sum.files, bytes: sum.bytes)) }
        ranking.cut()
        return UsageBreakdown(by: .domain, ranking)
    }

    /// Attachments by type.
    package func byType() async throws -> UsageBreakdown {
        let sums = try await sum { try await self.attachmentsByType(after: $0, over: $1) }
        var ranking = UsageBreakdown.Ranking(top: 100)
        for (key, sum) in sums {
            let name = key.flatMap { Int($0) }.flatMap(MediaType.init)?.word ?? "type \(key ?? "none")"
            ranking.add(Group(name: name, files: sum.files, bytes: sum.bytes))
        }
        return UsageBreakdown(by: .type, ranking)
    }

    /// Attachments by age, youngest first.
    package func byAge() async throws -> UsageBreakdown {
        let sums = try await sum { try await self.attachmentsByAge(after: $0, over: $1) }
        let names = Self.ages.map(\.name) + [Self.oldest]
        return UsageBreakdown(
            by: .age,
            inOrder: names.enumerated().map { index, name in
                let sum = sums["\(index)"] ?? Sum()
                return Group(name: name, files: sum.files, bytes: sum.bytes)
            })
    }

    /// Attachments, avatar and header by account.
    package func byAccount(localDomain: String, top: Int) async throws -> UsageBreakdown {
        var ranking = UsageBreakdown.Ranking(top: top)
        var next: Int64? = .min
        while let start = next {
            let part = try await database.read { try await accounts(after: start, localDomain, over: $0) }
            part.groups.forEach { ranking.add($0) }
            next = part.last
        }
        let nobodys = try await database.read { try await ownerless(over: $0) }
        if nobodys.files > 0 || nobodys.bytes > 0 { ranking.add(nobodys) }
        ranking.cut()
        return UsageBreakdown(by: .account, ranking)
    }

    struct Sum: Sendable {
        var files: Int64 = 0
        var bytes: Int64 = 0

        static func + (left: Self, right: Self) -> Self {
            Sum(files: left.files + right.files, bytes: left.bytes.adding(right.bytes))
        }
    }

    /// What a range's sums by a property are. A name may come back with other ranges; nil is this server.
    struct GroupedPart: Sendable {
        var sums: [String?: Sum]
        var last: Int64?
    }

    private func sum(
        _ range: @Sendable (Int64, Transaction<ReadOnly>) async throws -> GroupedPart
    ) async throws -> [String?: Sum] {
        var sums: [String?: Sum] = [:]
        var next: Int64? = .min
        while let start = next {
            let part = try await database.read { try await range(start, $0) }
            sums.merge(part.sums, uniquingKeysWith: +)
            next = part.last
        }
        return sums
    }

    /// Attachments of a range by their account's domain. Leans on the primary keys.
    func attachmentsByDomain(after id: Int64, over connection: Transaction<some Access>) async throws -> GroupedPart {
        try await grouped(
            """
            with item as (
                select id, account_id, file_file_name, file_file_size, thumbnail_file_size
                from media_attachments
                where id > \(id)
                order by id
                limit \(Self.range)
            )
            select
                (select max(id) from item),
                account.domain,
                count(*) filter (where item.file_file_name <> ''),
                least(
                    coalesce(sum(coalesce(item.file_file_size, 0)::numeric + coalesce(item.thumbnail_file_size, 0)::numeric), 0),
                    9223372036854775807)::bigint
            from item
            left join accounts as account on account.id = item.account_id
            group by account.domain
            """, over: connection)
    }

    /// Avatars and headers of a range by domain. Leans on the primary key.
    func profilesByDomain(after id: Int64, over connection: Transaction<some Access>) async throws -> GroupedPart {
        try await grouped(
            """
            with item as (
                select id, domain, avatar_file_name, avatar_file_size, header_file_name, header_file_size
                from accounts
                where id > \(id)
                order by id
                limit \(Self.range)
            )
            select
                (select max(id) from item),
                domain,
                count(*) filter (where avatar_file_name <> '') + count(*) filter (where header_file_name <> ''),
                least(
                    coalesce(sum(coalesce(avatar_file_size, 0)::numeric + coalesce(header_file_size, 0)::numeric), 0),
                    9223372036854775807)::bigint
            from item
            group by domain
            """, over: connection)
    }

    /// Emoji by domain, all at once: there are never many.
    func emojiByDomain(after id: Int64, over connection: Transaction<some Access>) async throws -> GroupedPart {
        try await grouped(
            """
            select
                null::bigint,
                domain,
                count(*) filter (where image_file_name <> ''),
                least(coalesce(sum(image_file_size), 0), 9223372036854775807)::bigint
            from custom_emojis
            group by domain
            """, over: connection)
    }

    /// Attachments of a range by type. Leans on the primary key.
    func attachmentsByType(after id: Int64, over connection: Transaction<some Access>) async throws -> GroupedPart {
        try await groupedAttachments(by: "type::text", after: id, over: connection)
    }

    /// Attachments of a range by age in days, in the classes that `ages` names. Leans on the primary key.
    func attachmentsByAge(after id: Int64, over connection: Transaction<some Access>) async throws -> GroupedPart {
        try await groupedAttachments(
            by: """
                width_bucket(
                    extract(epoch from (now() at time zone 'utc') - created_at)::float8 / 86400,
                    \(Self.ages.map(\.days)))::text
                """, after: id, over: connection)
    }

    /// The classes of ages: each ends where the next begins.
    static let ages: [(days: Double, name: String)] = [
        (1, "under 1 day"), (7, "1 to 7 days"), (30, "7 to 30 days"), (90, "30 to 90 days"), (365, "90 to 365 days"),
    ]
    static let oldest = "over 1 year"

    private func groupedAttachments(
        by key: Statement, after id: Int64, over connection: Transaction<some Access>
    ) async throws -> GroupedPart {
        try await grouped(
            """
            with item as (
                select
                    id,
                    \(fragment: key) as key,
                    file_file_name,
                    coalesce(file_file_size, 0)::numeric + coalesce(thumbnail_file_size, 0)::numeric as bytes
                from media_attachments
                where id > \(id)
                order by id
                limit \(Self.range)
            )
            select
                (select max(id) from item),
                key,
                count(*) filter (where file_file_name <> ''),
                least(coalesce(sum(bytes), 0), 9223372036854775807)::bigint
            from item
            group by key
            """, over: connection)
    }

    private func grouped(_ statement: Statement, over connection: Transaction<some Access>) async throws -> GroupedPart
    {
        let rows = try await connection.rows(statement) { row in
            (
                last: try row.value(0, as: Int64?.self), name: try row.value(1, as: String?.self),
                files: try row.value(2, as: Int64.self), bytes: try row.value(3, as: Int64.self)
            )
        }
        let sums = rows.map { ($0.name, Sum(files: $0.files, bytes: $0.bytes)) }
        return GroupedPart(sums: Dictionary(sums, uniquingKeysWith: +), last: rows.first?.last)
    }

    /// The accounts of a range that have files, with their attachments, avatar and header.
    ///
    /// Leans on the primary key of accounts and, once an account, on
    /// `index_media_attachments_on_account_id_and_status_id`.
    private func accounts(
        after id: Int64, _ localDomain: String, over connection: Transaction<some Access>
    ) async throws -> (groups: [Group], last: Int64?) {
        let rows = try await connection.rows(
            """
            select
                item.id,
                item.username || '@' || coalesce(item.domain, \(localDomain)::text),
                item.files + coalesce(owned.files, 0),
                least(item.bytes + coalesce(owned.bytes, 0), 9223372036854775807)::bigint
            from (
                select
                    id,
                    username,
                    domain,
                    (avatar_file_name is not null)::int::bigint + (header_file_name is not null)::int::bigint as files,
                    coalesce(avatar_file_size, 0)::numeric + coalesce(header_file_size, 0)::numeric as bytes
                from accounts
                where id > \(id)
                order by id
                limit \(Self.accountsAtOnce)
            ) as item
            cross join lateral (
                select
                    count(*) filter (where file_file_name <> '') as files,
                    least(
                        coalesce(sum(coalesce(file_file_size, 0)::numeric + coalesce(thumbnail_file_size, 0)::numeric), 0),
                        9223372036854775807)::bigint as bytes
                from media_attachments
                where account_id = item.id
            ) as owned
            order by item.id
            """
        ) { row in
            (id: try row.value(0, as: Int64.self), group: Group(name: try row[1], files: try row[2], bytes: try row[3]))
        }
        return (rows.map(\.group).filter { $0.files > 0 || $0.bytes > 0 }, rows.last?.id)
    }

    private static var accountsAtOnce: Int { 5_000 }

    /// Attachments whose account is gone. Leans on `index_media_attachments_on_account_id_and_status_id`.
    private func ownerless(over connection: Transaction<some Access>) async throws -> Group {
        try await connection.first(
            """
            select
                count(*) filter (where file_file_name <> ''),
                least(
                    coalesce(
                        sum(coalesce(file_file_size, 0)::numeric + coalesce(thumbnail_file_size, 0)::numeric), 0),
                    9223372036854775807)::bigint
            from media_attachments
            where account_id is null
            """
        ) { Group(name: "nobody", files: try $0[0], bytes: try $0[1]) } ?? Group(name: "nobody", files: 0, bytes: 0)
    }
}
