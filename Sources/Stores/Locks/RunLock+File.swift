import Faults
import Glibc
import Model

extension RunLock {
    /// Takes a lock that does without a database: of a file in the state folder, so that it keeps runs of this machine
    /// apart. It ends with its process.
    ///
    /// - Throws: `Fault(.busy)` naming the holder, `Fault(.inputOutput)` when the file cannot be made.
    package static func take(
        file path: String, work: String, holder: String, waiting seconds: Double,
        unless isStopping: @Sendable () -> Bool
    ) async throws -> RunLock {
        FolderListing.create(above: path)
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw Fault(
                errno == EACCES ? .denied : .inputOutput, "cannot open \(path): \(String(cString: strerror(errno)))",
                help: "see run.state_dir in `mastoctl config show`")
        }
        let end = ContinuousClock.now + .seconds(seconds)
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            if ContinuousClock.now >= end || isStopping() {
                let bytes = (try? FileContent.read(descriptor, path: path)) ?? []
                close(descriptor)
                let name = String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self)
                throw busy(work, Holder(name: name, since: nil))
            }
            try await Task.sleep(for: min(.milliseconds(200), end - .now))
        }
        ftruncate(descriptor, 0)
        try? FileContent.write(Array("\(holder)\n".utf8), to: descriptor, path: path)
        return RunLock(file: descriptor)
    }
}
