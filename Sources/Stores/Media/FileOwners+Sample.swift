import Model
import Postgres

/// A row of the sample.
struct SampledFile: Sendable {
    var file: StoredFile
    /// Whether it is one of the newest of its table.
    var isNewest: Bool
}

extension FileOwners {
    /// The kinds a sample is made of: those every server has many of.
    static let sampled: [AttachmentKind] = [.mediaFile, .avatar, .emoji, .previewCard]

    /// Rows that name files, spread over the ids of their tables, and the newest ones: at most 200.
    ///
    /// One statement of a fixed number of probes of the primary keys, of which each reads no more than 50 rows. Ids
    /// are counted from one on old servers and made of the time on newer ones; each of both ranges is spread over, or
    /// nearly all probes would fall into the gap between them.
    func sample(over connection: Transaction<some Access>) async throws -> [SampledFile] {
        var statement = sample(of: Self.sampled[0])
        for kind in Self.sampled.dropFirst() {
            statement = """
                \(fragment: statement)
                union all
                \(fragment: sample(of: kind))
                """
        }
        let found = try await connection.rows(statement) { row in
            guard let kind = AttachmentKind(rawValue: try row[6]) else { return nil as SampledFile? }
            return SampledFile(file: try Self.decode(row, kind), isNewest: try row[7])
        }
        var seen: Set<ObjectKey> = []
        return found.compactMap(\.self).sorted { $0.isNewest && !$1.isNewest }
            .filter { $0.file.hasSafeNames && seen.insert($0.file.originalKey).inserted }
    }

    /// The highest id of each table that owns files; tables without rows are left out.
    func highestIDs(over connection: Transaction<some Access>) async throws -> [AttachmentKind: Int64] {
        var highest: [AttachmentKind: Int64] = [:]
        for kind in Self.sampled {
            highest[kind] =
                try await connection.first(
                    "select id from \(identifier: kind.table) order by id desc limit 1"
                ) { try $0.value(0, as: Int64.self) }
        }
        return highest
    }

    private func sample(of kind: AttachmentKind) -> Statement {
        """
        (select file.*, \(kind.rawValue)::text, false
        from (
            select min(id) as low, max(id) as high
            from \(identifier: kind.table)
            where id > 0 and id < 1000000000000
            union all
            select min(id), max(id)
            from \(identifier: kind.table)
            where id >= 1000000000000) as span
        cross join generate_series(0, 19) as step (number)
        cross join lateral (
            select near.*
            from (
                \(fragment: selection(kind))
                where id >= span.low + (span.high - span.low) / 19 * step.number
                order by id
                limit 50) as near (id, name, type, version, is_local, upload)
            where near.name <> ''
            order by near.id
            limit 1) as file)
        union all
        (select file.*, \(kind.rawValue)::text, true
        from (
            \(fragment: selection(kind))
            order by id desc
            limit 500) as file (id, name, type, version, is_local, upload)
        where file.name <> ''
        order by file.id desc
        limit 10)
        """
    }
}
