import Model
import Postgres

/// The avatars and headers of accounts.
package struct AccountPictures: Sendable {
    private let owners: FileOwners

    package init(_ schema: LiveSchema) {
        owners = FileOwners(schema: schema)
    }

    /// The files some accounts name now.
    package func files(of ids: [Int64], over connection: Transaction<some Access>) async throws -> [StoredFile] {
        var files: [StoredFile] = []
        for kind in [AttachmentKind.avatar, .header] {
            files += try await owners.files(of: kind, ids: ids, over: connection).sorted { $0.key < $1.key }.map(
                \.value)
        }
        return files
    }

    /// Makes some remote accounts name no files, so that the server fetches them when it fetches the actor. In a
    /// transaction of the caller's.
    ///
    /// - Returns: the files they named.
    package func clear(_ ids: [Int64], over connection: Transaction<ReadWrite>) async throws -> [StoredFile] {
        _ = try await connection.execute(
            "select id from accounts where id = any(\(ids)) and domain is not null order by id for update")
        let files = try await files(of: ids, over: connection).filter { !$0.isLocal }
        for kind in [AttachmentKind.avatar, .header] {
            let owners = files.filter { $0.kind == kind }.map(\.id)
            if owners.isEmpty { continue }
            let columns = ["file_name", "content_type", "file_size", "updated_at"].map { kind.column($0) }
            let assignments = columns.map { column -> Statement in "\(identifier: column) = null" }
            _ = try await connection.execute(
                "update accounts set \(fragment: .joined(assignments)) where id = any(\(owners))")
        }
        return files
    }
}
