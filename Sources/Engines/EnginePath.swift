import Faults
import Glibc
import Processes

/// Where other programs are on this machine.
enum EnginePath {
    /// - Throws: `Fault(.configuration)` with the package that has it.
    static func require(_ name: String, of package: String) throws -> String {
        try Executable.require(name, of: package)
    }

    /// A program of PostgreSQL's that is made for a server of this version or a newer one, the nearest first.
    ///
    /// Debian keeps every version's programs in a folder of its own; what is on `PATH` is the newest one's.
    /// - Throws: `Fault(.configuration)` with the package that has it.
    static func postgres(_ name: String, atLeast major: Int) async throws -> (path: String, major: Int) {
        for version in versions.sorted() where version >= major {
            let path = "\(root)/\(version)/bin/\(name)"
            if access(path, X_OK) == 0 { return (path, version) }
        }
        let help = "apt-get install postgresql-client-\(major)"
        guard let path = Executable.find(name) else {
            throw Fault(.configuration, "\(name) was not found on this machine", help: help)
        }
        let answer = try await Invocation(path, ["--version"]).run()
        let found = version(in: answer.text) ?? 0
        guard found >= major else {
            throw Fault(
                .configuration, "\(name) is of PostgreSQL \(found), and the server is of \(major)",
                notes: ["it refuses servers newer than itself"], help: help)
        }
        return (path, found)
    }

    private static let root = "/usr/lib/postgresql"

    private static var versions: [Int] {
        guard let handle = opendir(root) else { return [] }
        defer { closedir(handle) }
        var found: [Int] = []
        while let entry = readdir(handle) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if let number = Int(name) { found.append(number) }
        }
        return found
    }

    /// The major version in `pg_dump (PostgreSQL) 15.18 (Debian …)`.
    static func version(in text: String) -> Int? {
        guard let start = text.firstRange(of: "(PostgreSQL) ")?.upperBound else { return nil }
        return Int(text[start...].prefix { $0.isNumber })
    }
}
