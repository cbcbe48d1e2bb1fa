import Faults
import Glibc
import Model
import Processes

/// restic, 0.14 or newer: its command line, its JSON, and what it does not say.
///
/// It is only ever stopped by SIGINT: before 0.17 a SIGTERM leaves its lock behind. Snapshots are named by their full
/// ids: `latest` would be anybody's.
package struct Restic: Sendable {
    package let repository: ResticRepository
    package let version: ResticVersion
    let path: String

    /// - Throws: `Fault(.configuration)` when it is missing or too old.
    package init(_ repository: ResticRepository) async throws {
        self.repository = repository
        path = try EnginePath.require("restic", of: "restic")
        let answer = try await Invocation(path, ["version"]).run()
        guard let version = ResticVersion(answer.text) else {
            throw EngineError(.failed, "restic", status: answer.status, lines: answer.lines)
        }
        guard version >= .oldest else {
            throw Fault(
                .configuration, "restic \(version) is too old", notes: ["\(ResticVersion.oldest) is the oldest usable"],
                help: "apt-get install restic")
        }
        self.version = version
    }

    /// Whether there is a repository and the password opens it.
    ///
    /// - Returns: the repository's id; nil when there is none.
    /// - Throws: `EngineError`: `.wrongPassword` among them.
    package func open() async throws -> String? {
        do {
            let ending = try await run(["cat", "config", "--no-lock", "--json"])
            return JSONValue(parsing: ending.text)?["id"]?.string ?? ""
        } catch let error as EngineError where error.kind == .noRepository {
            return nil
        }
    }

    /// Makes the repository.
    ///
    /// - Throws: `EngineError`: `.repositoryExists` among them.
    package func initialise() async throws {
        _ = try await run(["init"])
    }

    /// All snapshots that have these tags.
    package func snapshots(tags: [String]) async throws -> [ResticSnapshot] {
        let ending = try await run(["snapshots", "--no-lock", "--json", "--tag", tags.joined(separator: ",")])
        guard let list = JSONValue(parsing: ending.text)?.array ?? (ending.text.isEmpty ? [] : nil) else {
            throw EngineError(.failed, "restic", lines: ["the list of snapshots is no JSON"])
        }
        return list.compactMap(ResticSnapshot.init)
    }

    /// The content of one file of a snapshot.
    ///
    /// - Parameter name: absolute, as in `ls`; what came by standard input lies at the top.
    package func content(of name: String, in snapshot: String) async throws -> [UInt8] {
        try await run(["dump", snapshot, name, "--no-lock"]).answer
    }

    /// Writes one file of a snapshot to a descriptor.
    package func write(_ name: String, of snapshot: String, to descriptor: CInt) async throws {
        _ = try await run(["dump", snapshot, name, "--no-lock"], answer: .descriptor(descriptor))
    }

    // MARK: - the machinery

    func run(
        _ words: [String], input: Invocation.Input = .nothing, answer: Invocation.Answer = .kept
    ) async throws -> Invocation.Ending {
        let ending = try await ending(of: invocation(words, input: input, answer: answer))
        guard ending.status == 0 else { throw Self.error(ending) }
        return ending
    }

    /// Runs a call to its end. After one that was cancelled the lock goes that restic leaves when it is interrupted within
    /// the 200 ms in which it takes one: it does not know of it yet.
    func ending(of invocation: Invocation) async throws -> Invocation.Ending {
        do {
            return try await invocation.run()
        } catch let error as CancellationError {
            // In a task of its own: this one may do nothing any more.
            await Task.detached { [self] in try? await unlock() }.value
            throw error
        }
    }

    func invocation(
        _ words: [String], input: Invocation.Input = .nothing, answer: Invocation.Answer = .kept
    ) -> Invocation {
        var bound: [String] = []
        if let rate = repository.rate {
            let kilobytes = "\(max(rate.bytes / 1_024, 1))"
            bound = ["--limit-upload", kilobytes, "--limit-download", kilobytes]
        }
        return Invocation(
            path, words.prefix(1) + bound + words.dropFirst(), environment: repository.environment, input: input,
            answer: answer, directory: "/")
    }

    /// What went wrong. From 0.17 on the status tells the commonest; before, only the words do.
    static func error(_ ending: Invocation.Ending) -> EngineError {
        EngineError(
            kind(ending.status, ending.complaints), "restic", status: ending.status, lines: withoutTraces(ending.lines))
    }

    /// Without where in restic's own source an error came from: a line with a function, and one with a place, indented.
    static func withoutTraces(_ lines: [String]) -> [String] {
        lines.indices.filter { index in
            let isPlace = lines[index].hasPrefix("\t")
            return !isPlace && !(index + 1 < lines.count && lines[index + 1].hasPrefix("\t"))
        }.map { lines[$0] }
    }

    static func kind(_ status: Int32, _ words: String) -> EngineError.Kind {
        switch status {
        case 10: return .noRepository
        case 11: return .locked
        case 12: return .wrongPassword
        default: break
        }
        let signs: [(String, EngineError.Kind)] = [
            // First: on a full disk no lock can be made either.
            ("no space left on device", .diskFull), ("disk quota exceeded", .diskFull),
            ("wrong password or no key found", .wrongPassword),
            ("Is there a repository at the following location", .noRepository),
            ("unable to open config file", .noRepository),
            ("config file already exists", .repositoryExists), ("already initialized", .repositoryExists),
            ("already locked", .locked), ("unable to create lock", .locked),
            ("ciphertext verification failed", .damaged), ("hash mismatch", .damaged),
            ("hash does not match", .damaged), ("invalid data returned", .damaged), ("Unmarshal: ", .damaged),
        ]
        return signs.first { words.contains($0.0) }?.1 ?? .failed
    }
}
