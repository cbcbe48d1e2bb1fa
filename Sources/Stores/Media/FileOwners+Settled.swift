import Model
import Postgres

extension FileOwners {
    /// The files of these that no row uses any more, once everybody who holds one of the rows is done with it.
    ///
    /// A run that was killed leaves its transaction to the server, which may be about to commit still: what it clears
    /// must not be taken for used. It locked the rows before it wrote its journal. In a transaction of the caller's.
    package func unusedWhenSettled(
        _ files: [StoredFile], over connection: Transaction<ReadWrite>
    ) async throws -> [StoredFile] {
        let ids = files.reduce(into: [String: Set<Int64>]()) { $0[$1.kind.table, default: []].insert($1.id) }
        for (table, ids) in ids.sorted(by: { $0.key < $1.key }) {
            try await connection.execute(
                """
                select id
                from \(identifier: table)
                where id = any(\(ids.sorted()))
                order by id
                for share
                """)
        }
        return try await unused(files, over: connection)
    }
}
