import Faults
import Glibc
import Model
import Processes

/// pgBackRest, 2.41 or newer (annotations): its command line, its JSON, and what it does not say.
///
/// It saves all databases of a server with the log of their changes, so that any instant since can be had back. The admin
/// has it configured: where its repositories are, how they are encrypted and what is kept is said there and not here. A
/// secret is never an argument: it refuses that itself (status 31).
///
/// Source: 2.45 of Debian 12, its `error.yaml`, and trial.
package struct PgBackRest: Sendable {
    package let place: PgBackRestPlace
    package let version: String
    let deputy: Deputy
    private let path: String

    /// - Throws: `Fault(.configuration)` when it is missing, too old, or would run as root: its repository would get files
    ///   that the server itself cannot write any more, and the log of changes would stop.
    package init(_ place: PgBackRestPlace) async throws {
        try await self.init(place, path: EnginePath.require("pgbackrest", of: "pgbackrest"))
    }

    /// - Parameter path: of the program.
    init(_ place: PgBackRestPlace, path: String) async throws {
        guard geteuid() != 0 || place.user != nil else {
            throw Fault(
                .configuration, "pgBackRest must not be run by root: the server could not write its archive any more",
                help: "set backup.pgbackrest_user to the owner of the server's files, postgres on Debian")
        }
        self.place = place
        self.path = path
        deputy = Deputy(place.user)
        let answer = try await Invocation(path, ["version"]).run()
        // `pgBackRest 2.45`
        let words = answer.text.split(whereSeparator: \.isWhitespace)
        let parts = words.last?.split(separator: ".").compactMap { Int($0.prefix { $0.isNumber }) } ?? []
        guard words.first == "pgBackRest", parts.count >= 2 else {
            throw EngineError(.failed, "pgbackrest", status: answer.status, lines: answer.lines)
        }
        version = parts.map { "\($0)" }.joined(separator: ".")
        guard (parts[0], parts[1]) >= (2, 41) else {
            throw Fault(
                .configuration, "pgBackRest \(version) is too old", notes: ["2.41 is the oldest usable"],
                help: "apt-get install pgbackrest")
        }
    }

    /// What it tells of the server's backups.
    ///
    /// - Throws: `EngineError(.noRepository)` where it has none of this name, and for a repository that it cannot read: it
    ///   ends with status 0 in both cases, and the JSON alone tells.
    package func info() async throws -> PgBackRestInfo {
        let ending = try await run(["info", "--output=json"])
        guard let list = JSONValue(parsing: ending.text)?.array else {
            throw EngineError(.failed, "pgbackrest", lines: ["what it tells of its backups is no JSON"])
        }
        guard let stanza = list.first(where: { $0["name"]?.string == place.stanza }),
            let info = PgBackRestInfo(stanza)
        else { throw EngineError(.noRepository, "pgbackrest", lines: ["there is no stanza \(place.stanza)"]) }
        // 2: there are no backups yet.
        guard info.code == 0 || info.code == 2 else {
            let isAbsent = info.code == 1 || info.code == 3
            throw EngineError(
                isAbsent ? .noRepository : .failed, "pgbackrest",
                lines: ["stanza \(place.stanza): \(info.message)"] + info.reasons)
        }
        return info
    }

    /// Sends a piece of the log all the way to the archive.
    ///
    /// - Throws: `EngineError`: 82 when it does not arrive, 27 when the server is not reached.
    package func check() async throws {
        _ = try await run(["check"])
    }

    /// Makes a backup: whole, or what has changed since the last one, as its configuration says.
    ///
    /// - Parameters:
    ///   - id: by which it is found again: pgBackRest does not tell how it called the backup.
    ///   - facts: noted beside it, for people.
    /// - Throws: `EngineError(.damaged)` when pages have not the checksum they should: it tells that by a warning, with
    ///   status 0, and would keep the backup as a good one.
    package func backup(_ id: String, facts: [(name: String, value: String)]) async throws -> PgBackRestSet {
        let notes = ([(Self.annotation, id)] + facts).map { "--annotation=\($0.0)=\($0.1)" }
        let ending = try await run(["backup"] + notes)
        guard let made = try await info().set(annotated: id) else {
            throw EngineError(.failed, "pgbackrest", lines: ["it has no backup noted as \(id)"] + ending.lines)
        }
        guard !made.hasDamage else {
            throw EngineError(
                .damaged, "pgbackrest", lines: ["in \(made.label) are pages with a wrong checksum"] + ending.lines)
        }
        return made
    }

    /// The name of the annotation that holds our id.
    static let annotation = "mastoctl"

    /// Fills an empty folder with a server's files, which a server then brings up to an instant.
    ///
    /// - Parameters:
    ///   - time: the instant; nil for that at which the backup ended.
    ///   - folder: must not be the server's own.
    package func restore(
        _ label: String, from repository: Int64, until time: UTCTime?, into folder: String
    ) async throws {
        let target =
            time.map { ["--type=time", "--target=\(Self.instant($0))"] } ?? ["--type=immediate"]
        _ = try await run(
            [
                "restore", "--repo=\(repository)", "--set=\(label)", "--pg1-path=\(folder)",
                "--target-action=promote",
                // Or the copy would send a log of its own to the real server's archive.
                "--archive-mode=off",
            ] + target)
    }

    /// With an offset: pgBackRest reads a time without one as the machine's, and PostgreSQL as the server's.
    static func instant(_ time: UTCTime) -> String {
        let whole = "\(time)".replacing("T", with: " ").dropLast()
        let part = Int64((time.seconds - time.seconds.rounded(.down)) * 1_000_000)
        let digits = "\(part)"
        let fraction = part == 0 ? "" : "." + String(repeating: "0", count: 6 - digits.count) + digits
        return "\(whole)\(fraction)+00"
    }

    // MARK: - the machinery

    func run(_ words: [String]) async throws -> Invocation.Ending {
        let ending = try await deputy.invocation(path, self.words(words), environment: place.variables).run()
        guard ending.status == 0 else { throw Self.error(ending) }
        return ending
    }

    func words(_ words: [String]) -> [String] {
        var all = Array(words.prefix(1)) + ["--stanza=\(place.stanza)"]
        if let file = place.configuration { all.append("--config=\(file)") }
        // What goes wrong is told apart from answers.
        return all + ["--log-level-console=off", "--log-level-stderr=warn"] + words.dropFirst()
    }

    /// What its statuses mean (`error.yaml`).
    static func error(_ ending: Invocation.Ending) -> EngineError {
        EngineError(kind(ending.status, ending.complaints), "pgbackrest", status: ending.status, lines: ending.lines)
    }

    static func kind(_ status: Int32, _ words: String) -> EngineError.Kind {
        switch status {
        case 50: .locked
        case 55, 103: .noRepository
        case 95: .wrongPassword
        case 29, 75: .damaged
        default: words.contains("No space left on device") ? .diskFull : .failed
        }
    }
}
