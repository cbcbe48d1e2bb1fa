import Model
import Postgres

/// `canonical_email_blocks`: hashes of addresses that were suspended and may not come back under another spelling.
///
/// Rows are named by their hash everywhere, so that no address gets into a record. Source: Mastodon 4.2 to 4.6
/// `app/models/canonical_email_block.rb`.
package struct CanonicalEmailBlocks: SignUpList {
    package init() {}

    package var table: String { "canonical_email_blocks" }
    package var model: String { "CanonicalEmailBlock" }
    package var noun: String { "e-mail blocks" }

    package func label(of request: EmailHash) -> String { request.text }

    /// Leans on the unique index over the hash.
    package func present(_ requests: [EmailHash], over connection: Transaction<some Access>) async throws -> Set<String>
    {
        Set(try await found(requests, over: connection).rows.map(\.label))
    }

    package func put(
        _ requests: [EmailHash], overwriting: Bool, _ schema: LiveSchema, over connection: Transaction<ReadWrite>
    ) async throws -> WrittenSignUpBlocks {
        var writing = WrittenSignUpBlocks()
        writing.added = try await connection.rows(
            """
            insert into canonical_email_blocks (canonical_email_hash, created_at, updated_at)
            select wanted.hash, now() at time zone 'utc', now() at time zone 'utc'
            from unnest(\(requests.map(\.text))) with ordinality as wanted (hash, place)
            order by wanted.place
            on conflict (canonical_email_hash) do nothing
            returning id, canonical_email_hash
            """
        ) { RecordRow(id: try $0.value(0), label: try $0.value(1)) }
        return writing
    }

    package func found(
        _ keys: [EmailHash], over connection: Transaction<some Access>
    ) async throws -> (rows: [RecordRow], unknown: [String]) {
        let rows = try await connection.rows(
            """
            select id, canonical_email_hash
            from canonical_email_blocks
            where canonical_email_hash = any(\(keys.map(\.text)))
            order by id
            """
        ) { RecordRow(id: try $0.value(0), label: try $0.value(1)) }
        let known = Set(rows.map(\.label))
        return (rows, keys.map(\.text).filter { !known.contains($0) })
    }

    package func remove(_ ids: [Int64], over connection: Transaction<ReadWrite>) async throws -> DeletedSignUpBlocks {
        DeletedSignUpBlocks(
            removed: try await connection.rows(
                "delete from canonical_email_blocks where id = any(\(ids)) returning id, canonical_email_hash"
            ) { RecordRow(id: try $0.value(0), label: try $0.value(1)) })
    }

    /// The blocks in the order they came. Leans on the primary keys: joined, 100,000 of them were sorted on disk.
    ///
    /// - Parameter hashes: only these; nil for all.
    package func all(
        _ hashes: [EmailHash]? = nil, over connection: Transaction<some Access>
    ) async throws -> [CanonicalEmailBlock] {
        let condition: Statement =
            hashes.map { "block.canonical_email_hash = any(\($0.map(\.text)))" } ?? "true"
        return try await connection.rows(
            """
            select block.id, block.canonical_email_hash, block.created_at,
                (select username || coalesce('@' || domain, '')
                    from accounts
                    where accounts.id = block.reference_account_id)
            from canonical_email_blocks as block
            where \(fragment: condition)
            order by block.id
            """
        ) { row in
            CanonicalEmailBlock(
                id: "\(try row.value(0, as: Int64.self))", hash: try row.value(1), account: try row.value(3),
                createdAt: UTCTime(try row.value(2, as: Timestamp.self).seconds))
        }
    }
}
