import Glibc
import Processes

extension Machine {
    /// What is told of a log at most: bytes of a file's end, lines of the journal.
    private static let most = (bytes: 1 << 18, lines: 2_000)

    /// The last lines of a file, up to 256 KiB; nil when it cannot be read.
    package func end(of path: String) -> String? {
        switch source {
        case .told(let report):
            return report.ends[path].flatMap { Self.whole($0, isCut: $0.utf8.count >= Self.most.bytes - 1) }
        case .here(let root): return Self.end(of: root + path)
        }
    }

    private static func end(of path: String) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let start = max(0, Int(status.st_size) - most.bytes)
        var bytes = [UInt8](repeating: 0, count: most.bytes)
        let count = pread(file, &bytes, most.bytes, off_t(start))
        guard count >= 0 else { return nil }
        return whole(String(decoding: bytes[..<count], as: UTF8.self), isCut: start > 0)
    }

    /// A line that is cut would hide the name before a secret.
    private static func whole(_ text: String, isCut: Bool) -> String? {
        guard isCut else { return text }
        return text.utf8.firstIndex(of: UInt8(ascii: "\n")).map { String(text[text.utf8.index(after: $0)...]) }
    }

    /// The last lines the server's units wrote; nil without systemd's journal.
    package func journal() async -> String? {
        switch source {
        case .told(let report): return report.ends["journal"].flatMap { $0.isEmpty ? nil : $0 }
        case .here(let root):
            let program = "/usr/bin/journalctl"
            guard root.isEmpty, access(program, X_OK) == 0 else { return nil }
            let ending = try? await ChildProcess.run(
                "/usr/bin/timeout",
                [
                    "5", program, "--unit", "mastodon-*", "--lines", "\(Self.most.lines)", "--no-pager", "--output",
                    "short-iso", "--quiet",
                ])
            guard let ending, ending.status == 0, !ending.output.isEmpty else { return nil }
            return ending.output
        }
    }
}
