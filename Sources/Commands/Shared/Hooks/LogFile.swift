import Console
import Glibc
import Logging
import Model
import Operations
import Synchronization

/// Appends diagnostics to a file, a JSON object a line, times in ISO 8601 and UTC.
///
/// The file is opened with mode 0640, and anew when logrotate has moved it. Trouble with it (a full disk) is told once
/// and never ends a run.
final class LogFile: LogHandler {
    private struct State {
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.info
        var descriptor: Int32 = -1
        var hasWarned = false
    }

    private let path: String
    private let warn: @Sendable (String) -> Void
    private let state = Mutex(State())

    /// - Parameter warn: told once when the file cannot be written.
    init(path: String, warn: @escaping @Sendable (String) -> Void) {
        self.path = path
        self.warn = warn
    }

    deinit {
        state.withLock { if $0.descriptor >= 0 { close($0.descriptor) } }
    }

    var metadata: Logger.Metadata {
        get { state.withLock { $0.metadata } }
        set { state.withLock { $0.metadata = newValue } }
    }

    var logLevel: Logger.Level {
        get { state.withLock { $0.logLevel } }
        set { state.withLock { $0.logLevel = newValue } }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { state.withLock { $0.metadata[key] = newValue } }
    }

    func log(event: LogEvent) {
        var line = LogLine(time: UTCTime.present, level: event.level.rawValue, message: event.message.description)
        line.fields = metadata.merging(event.metadata ?? [:]) { $1 }
        guard let text = try? JSONText.line(line) else { return }
        let trouble = state.withLock { state -> String? in
            guard let code = Self.append(text + "\n", to: path, &state.descriptor), !state.hasWarned else { return nil }
            state.hasWarned = true
            return String(cString: strerror(code))
        }
        if let trouble { warn("cannot write the log file \(path): \(trouble)") }
    }

    /// - Returns: the error's number, or nil when the line is written.
    private static func append(_ text: String, to path: String, _ descriptor: inout Int32) -> Int32? {
        if descriptor >= 0, !isStill(descriptor, at: path) {
            close(descriptor)
            descriptor = -1
        }
        if descriptor < 0 {
            // O_NONBLOCK, so that a named pipe without a reader cannot hold the run up.
            descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0o640)
            if descriptor < 0 { return errno }
        }
        // One call a line, so that lines of several runs do not mix.
        let bytes = Array(text.utf8)
        let count = write(descriptor, bytes, bytes.count)
        if count == bytes.count { return nil }
        return count < 0 ? errno : ENOSPC
    }

    private static func isStill(_ descriptor: Int32, at path: String) -> Bool {
        var mine = stat()
        var there = stat()
        guard fstat(descriptor, &mine) == 0, stat(path, &there) == 0 else { return false }
        return mine.st_ino == there.st_ino && mine.st_dev == there.st_dev
    }
}

/// One line of the log: time, level and message first, then what else is known.
private struct LogLine: Encodable {
    var time: UTCTime
    var level: String
    var message: String
    var fields: Logger.Metadata = [:]

    private struct Name: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        try container.encode(time, forKey: Name("time"))
        try container.encode(level, forKey: Name("level"))
        try container.encode(message, forKey: Name("message"))
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            if case .stringConvertible(let number as any (Encodable & Numeric)) = value {
                try container.encode(number, forKey: Name(name))
            } else {
                try container.encode(value.description, forKey: Name(name))
            }
        }
    }
}
