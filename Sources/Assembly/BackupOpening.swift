import Configuration
import Glibc
import Stores

/// Opens an instance for work on its backups. Such work changes none of its rows, and most of it must be possible while
/// the database is down or empty; runs are kept apart by a file.
package actor BackupOpening: SiteOpening {
    /// What of the instance has to be there.
    package enum Need: Sendable {
        /// Its database, to be read.
        case database
        /// Nothing.
        case nothing
    }

    private let inner: InstanceOpening
    private let configuration: Configuration
    private let need: Need
    private let purpose: String

    package init(
        _ configuration: Configuration, purpose: String, need: Need,
        warn: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.need = need
        self.purpose = purpose
        inner = InstanceOpening(configuration, purpose: purpose, warn: warn)
    }

    package func forReading() async throws -> Site<ReadOnly> {
        switch need {
        case .database: try await inner.forReading()
        case .nothing: try await inner.unasked()
        }
    }

    package func forWriting(tables: Set<String>, files: Bool) async throws -> Site<ReadWrite> {
        try configuration.requireWritable()
        return switch need {
        case .database: try await inner.forSaving()
        case .nothing: try await inner.unasked()
        }
    }

    package func lock(
        _ work: String, waiting seconds: Double, unless isStopping: @escaping @Sendable () -> Bool
    ) async throws -> RunLock {
        try await RunLock.take(
            file: "\(StateFolders(configuration).folder)/\(work).lock", work: work,
            holder: "\(purpose) on \(Host.name) (pid \(getpid()))", waiting: seconds, unless: isStopping)
    }

    package func close() async { await inner.close() }
}

/// An object store for sites whose files nobody asks for.
struct StandInStore {
    let store: any ObjectStore

    init(folder: String) throws {
        FolderListing.create(folder)
        store = try FileObjectStore(root: folder)
    }
}
