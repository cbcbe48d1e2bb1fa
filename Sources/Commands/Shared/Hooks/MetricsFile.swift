import Configuration
import Faults
import Glibc
import Model
import Operations
import Presentation

/// The Prometheus text file that runs leave their figures in, for node_exporter's textfile collector.
///
/// Other operations' figures in the file are kept. A lock beside it (`FILE.lock`, which stays) keeps writers apart; a
/// reader sees the old file or the new one, never a part.
struct MetricsFile {
    let path: String

    /// How long to wait for another writer, in seconds.
    static let patience = 10

    /// Never throws: a run that went well does not fail because of its figures.
    func record(_ figures: [RunFigures], instance: String, warn: (String) -> Void) async {
        let now = UTCTime.present.seconds
        let lock = open("\(path).lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard lock >= 0 else { return warn("cannot write the metrics file \(path): \(Self.reason)") }
        defer {
            // A child that is just being started may still have the file open, and would hold the lock for a moment.
            flock(lock, LOCK_UN)
            close(lock)
        }
        for _ in 0..<(Self.patience * 20) where flock(lock, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else { break }
            try? await Task.sleep(for: .milliseconds(50))
        }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            return warn("cannot write the metrics file \(path): another run keeps it locked")
        }
        do {
            var metrics = try existing()
            for one in figures {
                metrics.record(
                    RunMetrics(
                        operation: one.operation, instance: instance, ended: now, succeeded: one.status == .done,
                        status: one.status.rawValue, seconds: one.seconds, items: one.items, bytes: one.bytes,
                        failures: one.failures, skipped: one.skipped))
            }
            if let reason = replace(with: metrics.text) { warn("cannot write the metrics file \(path): \(reason)") }
        } catch let error as MetricsText.ForeignContent {
            warn("the metrics file \(path) is left alone: line \(error.line) is not of this program")
        } catch let error as FileTrouble {
            warn("cannot read the metrics file \(path): \(error.reason)")
        } catch {
            warn("cannot read the metrics file \(path)")
        }
    }

    private func existing() throws -> MetricsText {
        do {
            let content = try SystemFileReader().read(path, limit: 1 << 22)
            return try MetricsText(parsing: String(decoding: content.bytes, as: UTF8.self))
        } catch FileTrouble.missing {
            return MetricsText()
        }
    }

    /// Puts the text in the place of the file.
    ///
    /// - Returns: why it could not be done, or nil.
    func replace(with text: String) -> String? {
        // Not ending in .prom, so that the collector does not take it.
        let draft = "\(path).\(getpid()).new"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { return Self.reason }
        // Whatever the umask says: the collector is another user.
        var isGood = fchmod(descriptor, 0o644) == 0 && Self.write(text, to: descriptor) && fsync(descriptor) == 0
        var code = errno
        close(descriptor)
        if isGood {
            isGood = rename(draft, path) == 0
            code = errno
        }
        if isGood { return nil }
        unlink(draft)
        return String(cString: strerror(code))
    }

    private static func write(_ text: String, to descriptor: Int32) -> Bool {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno != EINTR { return false }
            rest = rest.dropFirst(max(count, 0))
        }
        return true
    }

    private static var reason: String { String(cString: strerror(errno)) }
}
