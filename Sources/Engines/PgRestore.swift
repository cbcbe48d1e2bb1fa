import Faults
import Processes

/// pg_restore and pg_amcheck of a version that can read a dump.
package struct PgRestore: Sendable {
    /// Its major version.
    package let major: Int
    private let path: String

    /// - Parameter major: of the pg_dump that wrote it: an older pg_restore cannot read it.
    /// - Throws: `Fault(.configuration)` with the package that has it.
    package init(forDumpOf major: Int) async throws {
        (path, self.major) = try await EnginePath.postgres("pg_restore", atLeast: major)
    }

    /// Fills an empty database from a folder or from one file; the program tells them apart.
    ///
    /// A folder that is read to the end may still be cut short where it is not compressed; the database itself notices.
    /// - Returns: its errors, empty when it went well: none of them is ours to ignore. A unique index that cannot be
    ///   built names the rows that stand against it.
    package func restore(_ folder: String, into place: PgPlace, jobs: Int) async throws -> [String] {
        let words = [
            "--jobs=\(jobs)", "--no-owner", "--no-privileges", "--no-password",
            "--dbname=\(place.database)", folder,
        ]
        let ending = try await Invocation(path, words, environment: place.environment, directory: "/").run()
        if ending.status == 0 { return [] }
        let lines = ending.lines.filter { $0.hasPrefix("pg_restore: error:") || $0.hasPrefix("DETAIL:") }
        return lines.isEmpty ? ["pg_restore ended with status \(ending.status)"] + ending.lines.suffix(3) : lines
    }

    /// How many entries its table of contents has; fails for what is no dump.
    package func entries(of folder: String) async throws -> Int {
        let ending = try await Invocation(path, ["--list", folder]).run()
        guard ending.status == 0 else { throw PgDump.error("pg_restore", ending) }
        return ending.text.split(separator: "\n").count { !$0.hasPrefix(";") }
    }

    /// Reads every index of a database and every row it should hold.
    ///
    /// - Returns: what is damaged, empty when nothing; nil when the program is not installed.
    package func damage(in place: PgPlace, jobs: Int) async throws -> [String]? {
        guard let found = try? await EnginePath.postgres("pg_amcheck", atLeast: major) else { return nil }
        let words = [
            "--install-missing", "--heapallindexed", "--jobs=\(jobs)", "--no-password", "--database=\(place.database)",
        ]
        let ending = try await Invocation(found.path, words, environment: place.environment, directory: "/").run()
        if ending.status == 0 { return [] }
        let lines = ending.text.split(separator: "\n").map(String.init) + ending.lines
        return lines.isEmpty ? ["pg_amcheck ended with status \(ending.status)"] : lines
    }
}
