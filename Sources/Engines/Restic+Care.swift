import Model
import Processes

extension Restic {
    /// How much of the stored bytes is read.
    package enum Reading: Sendable, Equatable {
        /// Only what is where.
        case structure
        case all
        /// One slice of so many, `n/t`.
        case slice(Int, of: Int)
    }

    /// Looks whether the repository is whole.
    ///
    /// Without reading data a byte that has changed in a pack is not seen, only a pack that is missing.
    /// - Returns: what is wrong with it, empty when nothing.
    /// - Throws: `EngineError` when it could not be looked at.
    package func check(_ reading: Reading) async throws -> [String] {
        var words = ["check"]
        switch reading {
        case .structure: break
        case .all: words.append("--read-data")
        case .slice(let number, let count): words += ["--read-data-subset", "\(number)/\(count)"]
        }
        let ending = try await ending(of: invocation(words))
        if ending.status == 0 { return [] }
        let error = Self.error(ending)
        switch error.kind {
        case .locked, .wrongPassword, .noRepository: throw error
        default:
            let lines = ending.lines.filter { !$0.hasPrefix("Fatal: ") || ending.lines.count == 1 }
            return lines.isEmpty ? ["restic check ended with status \(ending.status)"] : Array(lines.prefix(100))
        }
    }

    /// Drops snapshots; what only they held is still stored until `prune`.
    package func forget(_ snapshots: [String]) async throws {
        var rest = snapshots[...]
        while !rest.isEmpty {
            _ = try await run(["forget"] + rest.prefix(200))
            rest = rest.dropFirst(200)
        }
    }

    /// Deletes what no snapshot holds.
    package func prune() async throws {
        _ = try await run(["prune"])
    }

    /// Removes locks whose owner is dead; those of the living stay.
    package func unlock() async throws {
        if repository.isSeenUnlocked { return }
        _ = try await run(["unlock"])
    }

    /// The locks there are, of the living and of the dead. One that went away meanwhile is none.
    package func locks() async throws -> [ArchiveLock] {
        if repository.isSeenUnlocked { return [] }
        let ids = try await run(["list", "locks", "--no-lock"]).text.split(whereSeparator: \.isNewline)
            .filter { $0.count == 64 && $0.allSatisfy(\.isHexDigit) }
        var locks: [ArchiveLock] = []
        for id in ids {
            let ending = try await invocation(["cat", "lock", String(id), "--no-lock"]).run()
            guard ending.status == 0 else { continue }
            if let lock = JSONValue(parsing: ending.text).flatMap({ ArchiveLock($0) }) { locks.append(lock) }
        }
        return locks
    }

    /// Puts back what a snapshot holds, below `target`, at the paths it had; what is there already is replaced.
    ///
    /// - Parameter paths: only these files or folders; none for all.
    package func restore(_ snapshot: String, below target: String, only paths: [String] = []) async throws {
        _ = try await run(["restore", snapshot, "--target", target] + paths.flatMap { ["--include", $0] })
    }

    /// Bytes that the repository takes, as stored.
    package func storedBytes() async throws -> Int64 {
        let ending = try await run(["stats", "--no-lock", "--mode", "raw-data", "--json"])
        return JSONValue(parsing: ending.text)?["total_size"]?.integer ?? 0
    }
}
