import Faults
import Model
import Stores

extension BackupTrial {
    /// Tables that are not as a running server can have had them: rows come and go between pgBackRest's instant and the
    /// counting, and a table that had some before and afterwards had some then.
    static func lost(_ found: [String: Int64], of database: BackupDatabase) -> [String] {
        let gone = Set(database.rows.keys).symmetricDifference(found.keys).sorted()
        let empty = database.cluster?.filled.filter { found[$0] == 0 } ?? []
        return gone.map { "\($0) is a table of \(found[$0] == nil ? "the server's" : "the copy's") alone" }
            + empty.map { "\($0) has no rows in the place of about \(database.rows[$0] ?? 0)" }
    }
}

extension RestoreSource {
    /// A dump that can be put back, and what is known of it: that of the backup, or one that is made of a server's files
    /// which pgBackRest has put back as they were at an instant.
    ///
    /// - Throws: `Fault(.badData)` when the files are not what was saved.
    func database(
        of manifest: BackupManifest, until time: UTCTime?, _ tools: BackupTools
    ) async throws -> (folder: String, database: BackupDatabase)? {
        guard var database = manifest.database else { return nil }
        guard database.cluster != nil else {
            let folder = try await folder(ofDumpIn: manifest, tools)
            let found = database.isStream ? [:] : try await StagingFolder.hashes(of: folder)
            if let wrong = database.files.first(where: { found[$0.key] != $0.value }) {
                throw Fault(
                    .badData, "\(wrong.key) of the dump is not what was saved", notes: ["nothing was changed"],
                    help: "`mastoctl backup verify --read-data`, and restore another backup")
            }
            return (folder, database)
        }
        let server = try await tools.recover(database, until: time)
        do {
            let folder = "\(try tools.staging.fresh("restore"))/database"
            let cut = try await server.target.source.dump(into: folder, jobs: tools.jobs, sampling: 0)
            await server.stop()
            database.client = cut.database.client
            database.rows = cut.database.rows
            return (folder, database)
        } catch {
            await server.stop()
            throw error
        }
    }
}
