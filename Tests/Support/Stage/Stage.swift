import Faults
import Glibc
import Model
import Postgres
import S3
import Sandbox
import Stores

/// An instance with everything a run of the binary needs, on either storage.
package struct Stage: Sendable {
    package enum Storage: String, Sendable, CaseIterable {
        case filesystem, bucket

        /// Those this machine can offer; with `CI` set all of them, so that a missing server fails.
        package static var available: [Storage] { TestServers.hasS3 ? allCases : [.filesystem] }

        var ofInstance: TestInstance.Storage { self == .bucket ? .s3 : .filesystem }
    }

    package let instance: TestInstance
    package var bucket: S3Settings? { instance.bucket }
    /// What the env file holds, by name.
    package var settings: [String: String]
    /// Beside those of every child.
    package var environment: [String: String]

    /// An instance with some of everything, unless another size is said.
    package static func make(
        _ release: MastodonRelease = .usual, size: TestInstance.Size = .usual, on storage: Storage = .filesystem
    ) async throws -> Stage {
        Stage(try await TestInstance.make(release: release, size: size, storage: storage.ofInstance))
    }

    package static func make(_ population: Population) async throws -> Stage {
        Stage(try await TestInstance.make(population: population))
    }

    /// An instance with so many pictures, some of them local and all cached, each with two files.
    package static func pictures(_ count: Int, on storage: Storage) async throws -> Stage {
        var population = Population(
            .init(localAccounts: 4, remoteAccounts: 20, domains: 5, statuses: count * 4 / 7 + 8, attachments: count),
            release: .usual, now: TestServers.now)
        population.ages = 20...400
        population.cachedShare = 1
        population.hasPicturesOnly = true
        population.hasCuriosities = false
        return Stage(try await TestInstance.make(population: population, storage: storage.ofInstance))
    }

    private init(_ instance: TestInstance) {
        self.instance = instance
        settings = Dictionary(instance.environment) { $1 }
        environment = ["HOME": instance.folder, "MASTOCTL_STATE_DIR": "\(instance.folder)/state"]
    }

    /// The same instance, told otherwise.
    package func with(_ changes: [String: String]) -> Stage {
        var stage = self
        stage.settings.merge(changes) { $1 }
        return stage
    }

    /// The folder that holds this instance's journals, nil before the first one.
    package var journals: [String] {
        let state = "\(environment["MASTOCTL_STATE_DIR"] ?? "")"
        return FolderListing.names(in: state).flatMap { name in
            FolderListing.names(in: "\(state)/\(name)/journal").map { "\(state)/\(name)/journal/\($0)" }
        }
    }

    /// Starts the binary.
    package func start(
        _ words: [String], answer: Run.Answer = .kept, user: String? = nil, under tracer: [String] = []
    ) throws -> Running {
        try Running(
            words + ["--env-file", try writeSettings(readableByAll: user != nil)], environment: environment,
            answer: answer, user: user, under: tracer)
    }

    /// An env file of this stage's settings, for one run.
    package func writeSettings(readableByAll: Bool = false) throws -> String {
        let path = "\(instance.folder)/env.\(UInt64.random(in: 0 ... .max))"
        let text = settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)\n" }.joined()
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, readableByAll ? 0o644 : 0o600)
        guard descriptor >= 0 else { throw Fault(.inputOutput, "cannot write \(path)") }
        _ = text.withCString { Glibc.write(descriptor, $0, strlen($0)) }
        close(descriptor)
        return path
    }

    /// Runs the binary to its end.
    package func run(
        _ words: String..., answer: Run.Answer = .kept, user: String? = nil
    ) async throws -> Run {
        try await start(words, answer: answer, user: user).end()
    }

    /// Runs a statement.
    package func execute(_ statement: Statement) async throws {
        let connection = try await instance.connect()
        _ = try await connection.execute(statement)
        await connection.close()
    }

    /// The first column of every row, as text.
    package func texts(_ statement: Statement) async throws -> [String] {
        let connection = try await instance.connect()
        let texts = try await connection.rows(statement) { try $0.value(0, as: String.self) }
        await connection.close()
        return texts
    }

    /// A number.
    package func number(_ statement: Statement) async throws -> Int {
        let connection = try await instance.connect()
        let number = try await connection.first(statement) { try $0.value(0, as: Int.self) }
        await connection.close()
        return number ?? 0
    }

    /// How many sessions of this instance's database wait for a lock.
    package var waitingForLocks: Int {
        get async throws {
            try await number(
                """
                select count(*) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'
                """)
        }
    }

    /// A part of a JSON answer, read by somebody else's parser: PostgreSQL's.
    ///
    /// - Throws: a `PostgresError` when the answer is no JSON.
    package func figure(_ path: String, of run: Run) async throws -> String? {
        let parts = path.split(separator: ".").map(String.init)
        let connection = try await instance.connect()
        defer { Task { await connection.close() } }
        let text = run.answer
        return try await connection.first("select \(text)::jsonb #>> \(parts)") { try $0.value(0, as: String?.self) }
            ?? nil
    }
}

extension Stage {
    /// Puts a journal where this instance's own lie, as a run that died leaves it. There must have been a run before.
    package func leaveJournal(_ text: String) {
        let state = environment["MASTOCTL_STATE_DIR"] ?? ""
        for name in FolderListing.names(in: state) {
            let descriptor = open(
                "\(state)/\(name)/journal/1-1-1.journal", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { continue }
            _ = text.withCString { Glibc.write(descriptor, $0, strlen($0)) }
            close(descriptor)
        }
    }
}
