import Faults
import Model
import Stores

/// A backup that is being tried.
actor BackupTrial {
    private let manifest: BackupManifest
    private let tools: BackupTools
    private var record: RehearsalRecord
    private var server: TrialServer?
    private var isFilled = false
    private var counted: DatabaseFacts?
    private var values: [String: String]?
    private let start = ContinuousClock.now

    init(_ manifest: BackupManifest, _ tools: BackupTools) {
        self.manifest = manifest
        self.tools = tools
        record = RehearsalRecord(backup: manifest.id, time: .now)
        record.age = max(0, UTCTime.now.seconds - manifest.time.seconds)
    }

    /// Values that are decrypted, of each column.
    private static let sampled = 20

    /// Makes one look; what it finds wrong is a failure, and the next look is made all the same.
    func take(_ step: RehearsalStep, at site: Site<ReadWrite>) async throws -> Outcome {
        if step == .note { return try await note(at: site) }
        var failures: [String]
        do {
            failures = try await look(step)
        } catch is CancellationError {
            throw CancellationError()
        } catch let fault as Fault where fault.kind == .configuration {
            // Not the backup's fault: a program is missing on this machine.
            throw fault
        } catch {
            failures = [(error as? Fault)?.message ?? "\(error)"]
        }
        record.checks.append(step.rawValue)
        let notes = failures.prefix(50).map { ItemNote(step.rawValue, $0) }
        record.failures += notes
        return Outcome(changed: failures.isEmpty ? 1 : 0, failures: Array(notes))
    }

    /// Stops the server and removes what was restored.
    func end() async {
        await server?.stop()
        server = nil
        try? StagingFolder.remove("\(tools.staging.path)/trial")
    }

    private func look(_ step: RehearsalStep) async throws -> [String] {
        switch step {
        case .restore: return try await restore()
        case .rows: return try await rows()
        case .schema: return try await schema()
        case .indexes:
            let database = manifest.database
            let major = database?.cluster == nil ? database?.client : database?.major
            return try await filled().damage(dumpedBy: major ?? 0, jobs: tools.jobs) ?? []
        case .media: return try await media()
        case .secrets: return try await secrets()
        case .keys:
            guard manifest.secrets?.recipient == nil else { return [] }
            return SecretProof(try await environment()).misfits(try await filled().sealed(Self.sampled))
        case .note: return []
        }
    }

    private func restore() async throws -> [String] {
        guard let database = manifest.database else { return [] }
        if database.cluster != nil {
            server = try await tools.recover(database)
            isFilled = true
            record.restoreSeconds = (ContinuousClock.now - start).inSeconds
            return []
        }
        // The server is made meanwhile.
        async let waiting = begin()
        let folder = try await tools.archive.restoreDump(of: manifest, below: try tools.staging.fresh("trial"))
        let found = database.isStream ? [:] : try await StagingFolder.hashes(of: folder)
        let wrong = database.files.filter { found[$0.key] != $0.value }.map(\.key).sorted()
        if !wrong.isEmpty { return wrong.map { "\($0) of the dump is not what was saved" } }
        let target = try await waiting
        isFilled = true
        let errors = try await target.fill(from: folder, dumpedBy: database.client, jobs: tools.jobs)
        try StagingFolder.remove("\(tools.staging.path)/trial")
        record.restoreSeconds = (ContinuousClock.now - start).inSeconds
        return errors
    }

    /// An empty database; the server is known as soon as there is one, so that it is stopped whatever happens.
    private func begin() async throws -> RestoreTarget {
        let server = try await tools.trial.start()
        self.server = server
        try await server.target.make()
        return server.target
    }

    private func filled() throws -> RestoreTarget {
        guard isFilled, let server else { throw Fault(.refused, "the database was not restored") }
        return server.target
    }

    /// Counted once: nobody else writes there.
    private func facts() async throws -> DatabaseFacts {
        if let counted { return counted }
        let facts = try await filled().facts()
        counted = facts
        return facts
    }

    private func rows() async throws -> [String] {
        let found = try await facts().rows
        if let database = manifest.database, database.cluster != nil { return Self.lost(found, of: database) }
        let saved = manifest.database?.rows ?? [:]
        return Set(saved.keys).union(found.keys).sorted().compactMap { table in
            let (was, now) = (saved[table], found[table])
            if was == now { return nil }
            return "\(table) has \(now.map { "\($0)" } ?? "no table") in the place of \(was.map { "\($0)" } ?? "none")"
        }
    }

    private func schema() async throws -> [String] {
        var failures: [String] = []
        let target = try filled()
        if try await facts().migrationsHash != manifest.database?.migrationsHash {
            failures.append("the list of migrations is another one")
        }
        let schema = try await target.schema()
        if let release = schema.release {
            failures += schema.missing(Set(SchemaCatalog.of(release: release).tables.map(\.name)), of: release)
                .map { "\($0) of Mastodon \(release.rawValue) is missing" }
        }
        return failures
    }

    private func media() async throws -> [String] {
        guard let media = manifest.media else { return [] }
        if media.mirror != nil { return try await copies() }
        let folder = try tools.staging.fresh("trial")
        let root = media.place
        try await tools.archive.restore(
            media.sample.keys.sorted().map { "\(root)/\($0)" }, in: .media, of: manifest, below: folder)
        var failures: [String] = []
        for (key, file) in media.sample.sorted(by: { $0.key < $1.key }) {
            let found = try await StagingFolder.hash(of: "\(folder)\(root)/\(key)")
            if found != file { failures.append("\(key) \(found == nil ? "is missing" : "is not what was saved")") }
        }
        return failures
    }

    /// Some of the copies in the mirror.
    private func copies() async throws -> [String] {
        guard let mirror = tools.mirror else { return ["the mirror of the media is not configured here"] }
        let path = "\(try tools.staging.fresh("trial"))/keys"
        guard let snapshot = manifest.snapshots[BackupPart.media.rawValue] else { return [] }
        try await tools.archive.write(keyList: snapshot, to: path)
        return try await mirror.sampled(64, of: path)
    }

    private func secrets() async throws -> [String] {
        guard let saved = manifest.secrets, saved.recipient == nil else { return [] }
        let secrets = InstanceSecrets(path: saved.path, bytes: [], values: try await environment())
        return secrets.strangers(to: saved).map { "\($0) is not what was saved" }
            + secrets.missing(manifest.release.flatMap { MastodonRelease(rawValue: $0) }).map { "\($0) is missing" }
    }

    private func environment() async throws -> [String: String] {
        if let values { return values }
        let read = tools.readEnvironment(try await tools.archive.content(of: .secrets, in: manifest))
        values = read
        return read
    }

    private func note(at site: Site<ReadWrite>) async throws -> Outcome {
        await end()
        try await tools.archive.writing(at: site).note(record, of: manifest.id)
        var outcome = Outcome(changed: 1)
        outcome.facts = [
            .backupID: manifest.id, .restoreSeconds: "\((record.restoreSeconds * 10).rounded() / 10)",
            .ageSeconds: "\(Int64(record.age))",
        ]
        return outcome
    }
}
