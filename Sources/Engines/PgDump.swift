import Faults
import Processes

/// pg_dump of the server's version or a newer one.
package struct PgDump: Sendable {
    /// Its major version.
    package let major: Int
    private let path: String

    /// - Throws: `Fault(.configuration)` with the package that has it.
    package init(forServer major: Int) async throws {
        (path, self.major) = try await EnginePath.postgres("pg_dump", atLeast: major)
    }

    /// Writes a folder that `pg_restore -j` reads: `toc.dat` and a file for each table, uncompressed, so that unchanged
    /// parts are found again in the next one.
    ///
    /// - Parameters:
    ///   - snapshot: of `pg_export_snapshot()`, held open until this is over; a connection behind a pooler in transaction
    ///     mode cannot hold one.
    ///   - folder: must not be there yet, or be empty.
    ///   - isPacked: with gzip in each file, and on the disk when this is over: for what is kept as it is. What is not
    ///     packed is stored elsewhere at once.
    ///   - lockWait: seconds to wait for a migration or another taker of whole tables, which else would hold it up for
    ///     ever.
    /// - Throws: `EngineError`: every error of pg_dump's has status 1, so that the words tell.
    package func dump(
        _ place: PgPlace, at snapshot: String, into folder: String, jobs: Int, isPacked: Bool = false,
        lockWait: Int = 60
    ) async throws {
        let words =
            words(at: snapshot, level: isPacked ? 6 : 0, lockWait: lockWait) + [
                "--format=directory", "--jobs=\(jobs)", "--file=\(folder)",
            ] + (isPacked ? [] : ["--no-sync"])
        let ending = try await Invocation(path, words, environment: place.environment, directory: "/").run()
        guard ending.status == 0 else { throw Self.error("pg_dump", ending) }
    }

    /// The same as one stream, for where the disk has no room for a folder.
    package func stream(_ place: PgPlace, at snapshot: String, lockWait: Int = 60) -> Invocation {
        Invocation(
            path, words(at: snapshot, level: 0, lockWait: lockWait) + ["--format=custom"],
            environment: place.environment,
            directory: "/")
    }

    private func words(at snapshot: String, level: Int, lockWait: Int) -> [String] {
        [
            "--compress=\(level)", "--no-password", "--snapshot=\(snapshot)", "--lock-wait-timeout=\(lockWait)s",
            "--no-owner", "--no-privileges",
        ]
    }

    static func error(_ program: String, _ ending: Invocation.Ending) -> EngineError {
        let isFull = ending.complaints.contains("No space left on device")
        return EngineError(isFull ? .diskFull : .failed, program, status: ending.status, lines: ending.lines)
    }
}
