import Faults
import Glibc
import Model

/// The journal of a run that died, held so that no other run finishes it at the same time.
package final class AbandonedJournal: Sendable {
    package let path: String
    /// What the dead run had not marked done.
    let entries: [JournalEntry]
    private let file: Int32

    /// A journal is never larger: finished entries are cut off.
    private static let limit: Int64 = 1 << 30

    /// Takes hold of a journal, or gives nil when its run lives or another run has it.
    ///
    /// - Throws: `TrustedFile.Refusal` for a file that somebody else may have put there.
    init?(path: String) throws {
        guard let file = try TrustedFile.open(path, flags: O_RDWR, limit: Self.limit) else { return nil }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            return nil
        }
        self.path = path
        self.file = file
        entries = JournalEntry.unfinished(in: Self.content(of: file))
    }

    deinit {
        // A child that is just being started may still have the file open, and would hold the lock for a moment.
        flock(file, LOCK_UN)
        close(file)
    }

    /// Files that it would delete.
    package var fileCount: Int { entries.reduce(0) { $0 + $1.debts.files.count } }
    /// Jobs that it would queue.
    package var jobCount: Int { entries.reduce(0) { $0 + $1.debts.outbox.jobCount } }
    package var isDone: Bool { entries.isEmpty }

    /// Removes the journal once its entries are done.
    func discard() {
        unlink(path)
    }

    private static func content(of file: Int32) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(file, &buffer, buffer.count)
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += buffer[..<count]
        }
    }
}
