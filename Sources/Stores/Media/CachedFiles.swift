import Model
import Postgres

/// A row that a retention policy selects, as the plan needs it.
package struct CachedRow: Sendable, Equatable {
    package var id: Int64
    /// Bytes of its files as the columns tell; 0 where they are NULL.
    package var bytes: Int64
}

/// A selected row under lock, with the files that its columns name.
package struct LockedRow: Sendable {
    package var id: Int64
    package var files: [StoredFile]
    package var bytes: Int64
    /// The post whose rendered copy the server keeps in its cache; attachments only.
    package var statusID: Int64?
}

/// Cached copies of remote files, as one retention policy sees them.
package struct CachedFiles: Sendable {
    package let policy: RetentionPolicy
    let schema: LiveSchema

    package init(policy: RetentionPolicy, schema: LiveSchema) {
        self.policy = policy
        self.schema = schema
    }

    /// How many rows the policy selects and how many bytes their columns claim.
    package func count(over connection: Transaction<some Access>) async throws -> (rows: Int, bytes: Int64) {
        try await connection.first(countStatement) { (try $0.value(0, as: Int.self), try $0.value(1, as: Int64.self)) }
            ?? (0, 0)
    }

    /// The next rows after an id, oldest first: ids of attachments carry their time. In a transaction of the caller's.
    package func page(
        after id: Int64, size: Int, over connection: Transaction<some Access>
    ) async throws -> [CachedRow] {
        try await connection.useIndexes()
        return try await connection.rows(pageStatement(after: id, size: size)) { row in
            CachedRow(id: try row[0], bytes: try row[1])
        }
    }

    /// Bytes of all cached remote files of this kind, whatever their age; what `--max-size` is measured against.
    package func cachedBytes(over connection: Transaction<some Access>) async throws -> Int64 {
        try await connection.first(cachedBytesStatement) { try $0.value(0, as: Int64.self) } ?? 0
    }

    /// Locks those of the rows that the policy still selects and nobody else holds.
    func lock(_ ids: [Int64], over connection: Transaction<some Access>) async throws -> [LockedRow] {
        try await connection.rows(lockStatement(ids), decode)
    }

    /// Makes the rows point at no file.
    func clear(_ ids: [Int64], over connection: Transaction<ReadWrite>) async throws {
        _ = try await connection.execute(clearStatement(ids))
    }

    private var decode: @Sendable (borrowing Row) throws -> LockedRow {
        let kinds = policy.kinds
        let isMedia = policy.target == .attachments
        return { row in
            var locked = LockedRow(id: try row[0], files: [], bytes: 0, statusID: try row[1])
            if !isMedia { locked.statusID = nil }
            for (index, kind) in kinds.enumerated() {
                let column = 2 + index * 4
                locked.bytes += try row.value(column + 3, as: Int64?.self) ?? 0
                guard let name: String = try row.value(column, as: String?.self), !name.isEmpty else { continue }
                locked.files.append(
                    StoredFile(
                        kind: kind, id: locked.id, fileName: name, contentType: try row[column + 1],
                        schemaVersion: try row.value(column + 2, as: Int?.self) ?? 0, isLocal: false))
            }
            return locked
        }
    }
}

extension CachedFiles {
    /// Clears rows and tells what to delete, in one transaction of the caller's: lock, check, clear.
    ///
    /// A row whose stored name could lead out of its folder is left as it is and comes back in `refused`.
    package func take(
        _ ids: [Int64], over connection: Transaction<ReadWrite>
    ) async throws -> (taken: [LockedRow], refused: [LockedRow]) {
        let locked = try await lock(ids, over: connection)
        let refused = locked.filter { !$0.files.allSatisfy(\.hasSafeNames) }
        let taken = refused.isEmpty ? locked : locked.filter { $0.files.allSatisfy(\.hasSafeNames) }
        if !taken.isEmpty { try await clear(taken.map(\.id), over: connection) }
        return (taken, refused)
    }
}
