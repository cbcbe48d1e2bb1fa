/// A lock in a repository: somebody works there, or was killed while working.
package struct ArchiveLock: Sendable, Equatable {
    /// When it was last confirmed, which the living do every five minutes.
    package var time: UTCTime
    package var host: String
    package var process: Int64

    package init(time: UTCTime, host: String, process: Int64) {
        self.time = time
        self.host = host
        self.process = process
    }
}
