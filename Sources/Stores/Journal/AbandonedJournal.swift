import Faults
import Glibc
import Model

/// The journal of a run that died, held so that no other run finishes it at the same time.
package final class AbandonedJournal: Sendable {
    package let path: String
    /// What the dead run had not marked done.
    package let entries: [[StoredFile]]
    private let file: Int32

    /// Takes hold of a journal, or gives nil when its run lives or another run has it.
    init?(path: String) {
        let file = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return nil }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            return nil
        }
        self.path = path
        self.file = file
        entries = Self.parse(Self.content(of: file))
    }

    deinit {
        close(file)
    }

    /// Removes the journal once its entries are done.
    package func discard() {
        unlink(path)
    }

    /// Complete entries that are not marked done; a torn one was never committed.
    ///
    /// Lines are cut byte by byte: to Swift "\r\n" is one character, and a name may end in "\r".
    static func parse(_ text: String) -> [[StoredFile]] {
        var pending: [Int: [StoredFile]] = [:]
        var current: (number: Int, files: [StoredFile])?
        for line in text.utf8.split(separator: UInt8(ascii: "\n")).map({ Substring($0) }) {
            if line.utf8.starts(with: "+ ".utf8) {
                // Also behind a torn entry, which has no end.
                current = Int(line.dropFirst(2)).map { ($0, []) }
            } else if line.utf8.starts(with: "- ".utf8) {
                if let number = Int(line.dropFirst(2)) { pending[number] = nil }
            } else if let entry = current {
                if line == ". \(entry.number)" {
                    pending[entry.number] = entry.files
                    current = nil
                } else if let file = JournalLine.read(line) {
                    current?.files.append(file)
                }
            }
        }
        return pending.sorted { $0.key < $1.key }.map(\.value)
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
