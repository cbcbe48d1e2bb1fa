/// Opens an instance, for reading by anybody, for writing by the operations' runner alone.
package protocol SiteOpening: Sendable {
    /// What makes it doubtful where the media lie, known before anything is opened: settings that the server may read
    /// otherwise.
    var doubts: [String] { get }

    /// The instance as it can be read: from a replica where one is configured and fresh, else from the primary.
    func forReading() async throws -> Site<ReadOnly>

    /// The instance as it can be changed, on the primary.
    ///
    /// - Parameters:
    ///   - tables: must be those of a known release.
    ///   - files: whether stored files are to be deleted, which the storage then must allow.
    /// - Throws: `Fault(.configuration)` for an unknown or half-migrated schema, `Fault(.denied)` without the right.
    func forWriting(tables: Set<String>, files: Bool) async throws -> Site<ReadWrite>

    /// Takes the lock that keeps two runs of the same work apart, on a connection of its own. Waiting for it ends when
    /// `isStopping` says so.
    ///
    /// - Throws: `Fault(.busy)` naming the holder.
    func lock(
        _ work: String, waiting seconds: Double, unless isStopping: @escaping @Sendable () -> Bool
    ) async throws -> RunLock
}

extension SiteOpening {
    package var doubts: [String] { [] }
}
