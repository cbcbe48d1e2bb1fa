import Crypto
import Model
import Postgres

/// The files that are local and so must be saved, as the rows tell them.
package struct MediaCensus: Sendable {
    /// By kind.
    package var classes: [String: BackupClass]
    /// The originals of some of them, any as likely as another.
    package var sample: [ObjectKey]

    package var bytes: Int64 { classes.values.reduce(0) { $0 + $1.bytes } }

    private static let page = 5_000

    /// Walks each table by its primary key.
    package static func take(
        schema: LiveSchema, sampling count: Int, over transaction: Transaction<some Access>
    ) async throws -> MediaCensus {
        var census = MediaCensus(classes: [:], sample: [])
        var seen = 0
        let owners = FileOwners(schema: schema)
        for kind in AttachmentKind.allCases where schema.has(table: kind.table) && kind != .previewCard {
            let stream = DigestStream()
            var sum = BackupClass()
            var last: Int64 = .min
            while true {
                let rows = try await owners.sized(of: kind, after: last, size: page, over: transaction)
                for (file, bytes) in rows {
                    sum.files += 1
                    sum.bytes += bytes
                    stream.add(file.originalKey.text + "\n")
                    seen += 1
                    if !file.hasSafeNames { continue }
                    if census.sample.count < count {
                        census.sample.append(file.originalKey)
                    } else if case let place = Int.random(in: 0..<seen), place < count {
                        census.sample[place] = file.originalKey
                    }
                }
                guard rows.count == page, let next = rows.last?.file.id else { break }
                last = next
            }
            sum.listHash = stream.digits()
            census.classes[kind.word] = sum
        }
        return census
    }
}

extension FileOwners {
    /// Rows of a kind that have a file, with its size, in order of id after `after`.
    package func sized(
        of kind: AttachmentKind, after id: Int64, size: Int, localOnly: Bool = true,
        over connection: Transaction<some Access>
    ) async throws -> [(file: StoredFile, bytes: Int64)] {
        let condition = localOnly ? isLocal(kind) : "true"
        return try await connection.rows(
            """
            \(fragment: selection(kind, hasSize: true))
            where id > \(id)
                and \(identifier: kind.column("file_name")) <> ''
                and (\(fragment: condition))
            order by id
            limit \(size)
            """
        ) { (file: try Self.decode($0, kind), bytes: try $0.value(6, as: Int64.self)) }
    }

    /// Folders of remote files that lie outside the cache, since they were stored by an old server (storage schema
    /// version 0): their names do not tell that they can be fetched again.
    func remoteFolders(
        of kind: AttachmentKind, after id: Int64, size: Int, over connection: Transaction<some Access>
    ) async throws -> [StoredFile] {
        let version = kind.column("storage_schema_version")
        guard schema.has(column: version, in: kind.table) else { return [] }
        return try await connection.rows(
            """
            \(fragment: selection(kind))
            where id > \(id)
                and \(identifier: kind.column("file_name")) <> ''
                and coalesce(\(identifier: version), 0) < 1
                and not (\(fragment: isLocal(kind)))
            order by id
            limit \(size)
            """
        ) { try Self.decode($0, kind) }
    }
}
