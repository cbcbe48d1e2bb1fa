import Faults
import Glibc
import Model
import Processes
import Synchronization

/// How far a `backup` is.
package struct ResticProgress: Sendable {
    package var bytesDone: Int64
    package var bytesTotal: Int64
}

extension Restic {
    /// What goes into a snapshot.
    package enum Source: Sendable {
        /// A folder, without what the patterns of a file leave out. The same folder finds its last snapshot as parent.
        case folder(String, excluding: [String] = [], excludeFile: String? = nil)
        /// One file that is on no disk.
        case bytes([UInt8], name: String)
        /// One file, from where the descriptor stands to its end.
        case descriptor(CInt, name: String)
    }

    /// Makes a snapshot.
    ///
    /// - Parameters:
    ///   - host: always the same for an instance, whatever machine this is: the parent is found by it.
    ///   - isRehearsal: nothing is stored; the summary tells how much would be.
    /// - Throws: `EngineError(.unreadable)` when something could not be read: the snapshot is there then, but is none of
    ///   a backup's. `Fault(.inputOutput)` for a folder that is not there, which restic itself passes over in silence.
    package func backup(
        _ source: Source, tags: [String], host: String, isRehearsal: Bool = false,
        _ hear: @escaping @Sendable (ResticProgress) -> Void = { _ in }
    ) async throws -> ResticSummary {
        var words = ["backup", "--json", "--host", host, "--tag", tags.joined(separator: ",")]
        if isRehearsal { words.append("--dry-run") }
        var input = Invocation.Input.nothing
        switch source {
        case .folder(let path, let patterns, let file):
            guard access(path, R_OK | X_OK) == 0 else {
                throw Fault(.inputOutput, "cannot read \(path): \(String(cString: strerror(errno)))")
            }
            words +=
                patterns.flatMap { ["--exclude", $0] } + (file.map { ["--exclude-file", $0] } ?? []) + ["--", path]
        case .bytes(let bytes, let name):
            words += ["--stdin", "--stdin-filename", name]
            input = .bytes(bytes)
        case .descriptor(let descriptor, let name):
            words += ["--stdin", "--stdin-filename", name]
            input = .descriptor(descriptor)
        }
        let ear = Ear(hear)
        let ending = try await ending(of: invocation(words, input: input, answer: .heard { ear.take($0) }))
        guard ending.status == 0 || ending.status == 3 else { throw Self.error(ending) }
        let (vanished, unreadable) = Self.troubles(ending.lines)
        guard unreadable.isEmpty else {
            throw EngineError(.unreadable, "restic", status: ending.status, lines: unreadable)
        }
        guard var summary = ear.summary, isRehearsal || !summary.snapshot.isEmpty else {
            throw EngineError(
                .failed, "restic", status: ending.status, lines: ["it told of no snapshot"] + ending.lines)
        }
        summary.vanished = vanished
        return summary
    }

    /// Makes a snapshot of what a producer writes, which counts only when the producer went well.
    ///
    /// restic takes the end of its input for the end of the data, also when the producer died. So the writing end of the
    /// pipe is held open until the producer's status is known; when that is not 0, restic is interrupted first.
    package func backup(
        from producer: Invocation, name: String, tags: [String], host: String
    ) async throws -> ResticSummary {
        let (reading, writing) = try Pipe.make()
        let ear = Ear { _ in }
        let words = [
            "backup", "--json", "--host", host, "--tag", tags.joined(separator: ","), "--stdin", "--stdin-filename",
            name,
        ]
        let restic: Invocation.Running
        let source: Invocation.Running
        do {
            defer { close(reading) }
            restic = try invocation(words, input: .descriptor(reading), answer: .heard { ear.take($0) }).start()
            var producer = producer
            producer.answer = .descriptor(writing)
            source = try producer.start()
        } catch {
            close(writing)
            throw error
        }
        async let saved = restic.ending()
        let made: Invocation.Ending
        do {
            made = try await source.ending()
        } catch {
            restic.send(SIGINT)
            _ = try? await saved
            close(writing)
            throw error
        }
        guard made.status == 0 else {
            restic.send(SIGINT)
            let stopped = try? await saved
            close(writing)
            // Nobody read any more: it was restic that ended first, and it knows why.
            if made.status == 128 + SIGPIPE, let stopped, stopped.status != 0 { throw Self.error(stopped) }
            throw EngineError(
                .failed, String(producer.executable.split(separator: "/").last ?? ""), status: made.status,
                lines: made.lines)
        }
        close(writing)
        let ending = try await saved
        guard ending.status == 0, let summary = ear.summary, !summary.snapshot.isEmpty else {
            throw Self.error(ending)
        }
        return summary
    }

    /// Complaints about single files: those that went away meanwhile, as they may on a running server, and the others.
    static func troubles(_ lines: [String]) -> (vanished: Int, unreadable: [String]) {
        var vanished = 0
        var unreadable: [String] = []
        for line in lines {
            guard let value = JSONValue(parsing: line) else { continue }
            guard value["message_type"]?.string == "error" else { continue }
            let message = value["error"]?["message"]?.string ?? ""
            let item = value["item"]?.string ?? value["error"]?["Path"]?.string ?? ""
            if value["error"]?["Err"]?.integer == Int64(ENOENT) || message.contains("no such file or directory") {
                vanished += 1
            } else {
                let code = value["error"]?["Err"]?.integer.map {
                    String(cString: strerror(Int32(truncatingIfNeeded: $0)))
                }
                unreadable.append("\(item): \(code ?? (message.isEmpty ? "cannot be read" : message))")
            }
        }
        return (vanished, unreadable)
    }

    /// Takes the lines of a `backup`.
    private final class Ear: Sendable {
        private let state = Mutex<ResticSummary?>(nil)
        private let hear: @Sendable (ResticProgress) -> Void
        var summary: ResticSummary? { state.withLock { $0 } }

        init(_ hear: @escaping @Sendable (ResticProgress) -> Void) {
            self.hear = hear
        }

        func take(_ line: String) {
            guard let value = JSONValue(parsing: line) else { return }
            if let summary = ResticSummary(value) { return state.withLock { $0 = summary } }
            guard value["message_type"]?.string == "status", let total = value["total_bytes"]?.integer else { return }
            hear(ResticProgress(bytesDone: value["bytes_done"]?.integer ?? 0, bytesTotal: total))
        }
    }
}

/// A pipe whose ends no other child inherits.
enum Pipe {
    /// - Throws: `Fault(.inputOutput)`.
    static func make() throws -> (reading: CInt, writing: CInt) {
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw Fault(.inputOutput, "cannot make a pipe: \(String(cString: strerror(errno)))")
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }
}
