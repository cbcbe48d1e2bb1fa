import Faults
import Processes

/// pg_repack, which writes a table anew beside those who use it, and locks it only for a moment.
package struct PgRepack: Sendable {
    /// `1.4.8`: it works with an extension of the same version alone.
    package let version: String
    private let path: String

    /// - Throws: `Fault(.configuration)` with the package that has it.
    package init(forServer major: Int) async throws {
        do {
            path = try await EnginePath.postgres("pg_repack", atLeast: major).path
        } catch let fault as Fault {
            throw Fault(
                .configuration, fault.message, notes: fault.notes, help: "apt-get install postgresql-\(major)-repack")
        }
        version = Self.version(in: try await Invocation(path, ["--version"]).run().text)
    }

    /// Writes a table anew. Where others keep it locked for a minute it is left as it was; nobody is thrown out.
    ///
    /// - Throws: `EngineError`. It ends well, too, for a table that it has left alone.
    package func rewrite(_ table: String, at place: PgPlace) async throws {
        let words = [
            "--table=public.\(table)", "--no-kill-backend", "--wait-timeout=60", "--no-superuser-check",
            "--no-password",
        ]
        let ending = try await Invocation(path, words, environment: place.environment, directory: "/").run()
        guard ending.status == 0 else { throw PgDump.error("pg_repack", ending) }
    }

    /// Of `pg_repack 1.4.8`.
    static func version(in text: String) -> String {
        String(text.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." })
    }
}
