import Model
import Postgres

/// An archive a user asked for: a row of `backups`, with one file.
package struct Archive: Sendable, Equatable {
    package var id: Int64
    /// Whose it is; nil when the user is gone.
    package var handle: String?
    package var created: UTCTime
    package var bytes: Int64
}

/// The archives users asked for.
package struct Archives<Mode: Access> {
    let transaction: Transaction<Mode>

    /// Those of some accounts, or with no accounts given of everybody, that are older than a moment; by their ids.
    package func page(of accounts: [Int64]?, before: UTCTime, after id: Int64, limit: Int) async throws -> [Archive] {
        try await transaction.rows(
            """
            select backups.id, accounts.username, backups.created_at, coalesce(backups.dump_file_size, 0)
            from backups
            left join users on users.id = backups.user_id
            left join accounts on accounts.id = users.account_id
            where backups.id > \(id)
                and backups.created_at < \(Timestamp(seconds: before.seconds))
                and (\(accounts == nil) or accounts.id = any(\(accounts ?? [])))
            order by backups.id
            limit \(limit)
            """
        ) { row in
            Archive(
                id: try row[0], handle: try row[1], created: UTCTime(try row.value(2, as: Timestamp.self).seconds),
                bytes: try row[3])
        }
    }
}

extension Archives where Mode == ReadWrite {
    /// Removes rows, and tells the files that go with them. One that is being written is left to its worker, which ends
    /// without a word when the row is gone.
    package func remove(_ ids: [Int64]) async throws -> (removed: Int, files: [StoredFile]) {
        let rows = try await transaction.rows(
            "delete from backups where id = any(\(ids)) returning id, dump_file_name, dump_content_type"
        ) { (try $0.value(0, as: Int64.self), try $0.value(1, as: String?.self), try $0.value(2, as: String?.self)) }
        let files = rows.compactMap { id, name, type in
            name.map { StoredFile(kind: .backup, id: id, fileName: $0, contentType: type, isLocal: true) }
        }
        return (rows.count, files)
    }
}

extension Transaction {
    package var archives: Archives<Mode> { Archives(transaction: self) }
}
