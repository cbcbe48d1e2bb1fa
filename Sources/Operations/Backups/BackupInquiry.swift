import Model
import Stores

/// A question about backups: it is asked of the repository, and nothing of the instance need be there.
package protocol ArchiveQuestion: Sendable {
    associatedtype Answer
    /// - Throws: `Fault(.noSuch)` where it asks about a backup that is not there; what reading throws.
    func answer(from archive: BackupArchive<ReadOnly>) async throws -> Answer
}

/// All of them, the newest first.
package struct BackupListing: ArchiveQuestion {
    package init() {}

    package func answer(from archive: BackupArchive<ReadOnly>) async throws -> BackupList {
        BackupList(backups: try await archive.entries())
    }
}

/// One of them, with all its manifest tells.
package struct BackupShowing: ArchiveQuestion {
    private let name: String

    /// - Parameter name: its id, the beginning of it, or `latest`.
    package init(_ name: String) {
        self.name = name
    }

    package func answer(from archive: BackupArchive<ReadOnly>) async throws -> BackupDossier {
        let entry = try await archive.entry(name)
        return BackupDossier(entry: entry, manifest: try await archive.manifest(entry))
    }
}

/// What is otherwise in a second one.
package struct BackupComparison: ArchiveQuestion {
    private let first: String
    private let second: String

    package init(_ first: String, _ second: String) {
        self.first = first
        self.second = second
    }

    package func answer(from archive: BackupArchive<ReadOnly>) async throws -> BackupDifference {
        let (one, other) = (try await archive.entry(first), try await archive.entry(second))
        return BackupDifference(try await archive.manifest(one), try await archive.manifest(other))
    }
}

/// The answer of `backup list`.
package struct BackupList: Sendable {
    package var backups: [BackupEntry]
}

/// The answer of `backup show`.
package struct BackupDossier: Sendable {
    package var entry: BackupEntry
    package var manifest: BackupManifest
}
