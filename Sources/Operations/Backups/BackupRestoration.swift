import Faults
import Model
import Stores

/// A backup that is being put back.
actor BackupRestoration {
    let manifest: BackupManifest
    let tools: BackupTools
    private let source: RestoreSource
    private let staging: StagingKind?
    private var remains: [String] = []

    /// The instant to which the database is brought; nil for the backup's own.
    private let time: UTCTime?

    init(
        _ manifest: BackupManifest, from source: RestoreSource, _ tools: BackupTools, staging: StagingKind?,
        until time: UTCTime? = nil
    ) {
        self.time = time
        self.source = source
        self.staging = staging
        self.manifest = manifest
        self.tools = tools
    }

    /// How the database that was there is called afterwards; a name of PostgreSQL's has 63 bytes.
    static func asideName(_ name: String, _ id: String) -> String { "\(name.prefix(30))_before_\(id)" }

    func take(_ part: BackupPart, at site: Site<ReadWrite>) async throws -> Outcome {
        switch part {
        case .database: return try await restoreDatabase()
        case .media: return try await restoreMedia(at: site)
        case .redis:
            let bytes = try await tools.archive.content(of: .redis, in: manifest)
            let count = try await tools.redis.restore(bytes, at: site)
            remains.append("\(count) keys of Redis are back; jobs that were done since the backup are done again")
            return Outcome(changed: 1, bytes: Int64(bytes.count))
        case .secrets: return try await restoreSecrets()
        case .manifest: return Outcome()
        }
    }

    /// What is left to the admin, in the order in which it is to be done.
    func whatRemains() -> [String] {
        if let staging {
            return remains + [
                "start the copy's processes with that env file, behind a firewall that lets nothing out",
                staging == .anonymized
                    ? "nobody has a password: `mastoctl accounts modify NAME --reset-password` gives one"
                    : "nobody is signed in; passwords and second factors are those of the real server",
            ]
        }
        return remains + [
            "start the server's processes: web, streaming, Sidekiq",
            "feeds are filled again when people come; `mastoctl feeds build` does it at once",
            "`mastoctl search deploy` fills the search indexes, where the server has them",
            "`mastoctl media verify --fix` lets the server fetch cached media again",
            "`mastoctl doctor` looks at the whole",
        ]
    }

    private func restoreDatabase() async throws -> Outcome {
        guard let (folder, database) = try await source.database(of: manifest, until: time, tools) else {
            return Outcome()
        }
        let target = tools.target
        let fresh = target.named("\(target.name.prefix(40))_mastoctl_new")
        try await fresh.make()
        let errors = try await fresh.fill(from: folder, dumpedBy: database.client, jobs: tools.jobs)
        guard errors.isEmpty else {
            throw Fault(
                .badData, "the dump does not restore without errors", notes: Array(errors.prefix(10)),
                help: "the present database is as it was; the new one is \(fresh.name)")
        }
        let rows = try await fresh.facts().rows
        let wrong = database.rows.filter { rows[$0.key] != $0.value }.map(\.key).sorted()
        guard wrong.isEmpty else {
            throw Fault(
                .badData, "tables have not the rows that were saved", notes: Array(wrong.prefix(10)),
                help: "the present database is as it was; the new one is \(fresh.name)")
        }
        let misfits = try await source.misfits(manifest, tools, in: fresh)
        guard misfits.isEmpty else {
            throw Fault(
                .badData, "the secrets are not those of the database", notes: misfits,
                help: "ask for the env file of the server; the new database is \(fresh.name)")
        }
        var outcome = Outcome(changed: 1, bytes: database.files.values.reduce(0) { $0 + $1.bytes })
        if let staging {
            // Before it takes its name, so that no server ever runs with it as it was.
            let replaced = try await fresh.makeStagingCopy(anonymized: staging == .anonymized)
            if staging == .anonymized { outcome.figures[.valuesReplaced] = Int64(replaced) }
        }
        try await swap(fresh, for: target)
        try StagingFolder.remove("\(tools.staging.path)/restore")
        outcome.figures[.rows] = database.rowCount
        return outcome
    }

    /// Gives the new database its name. What was there keeps another one; it is gone only where it was empty.
    private func swap(_ fresh: RestoreTarget, for target: RestoreTarget) async throws {
        switch try await target.tables() {
        case nil: try await fresh.rename(to: target.name)
        case 0?:
            try await target.drop()
            try await fresh.rename(to: target.name)
        case _?:
            let first = Self.asideName(target.name, manifest.id)
            var (aside, number) = (first, 1)
            while try await target.isTaken(aside) {
                number += 1
                aside = "\(first)_\(number)"
            }
            try await fresh.replace(target, aside: aside)
            remains.append("the database that was there is called \(aside) now; drop it when it is not needed")
        }
    }

    private func restoreMedia(at site: Site<ReadWrite>) async throws -> Outcome {
        if let bucket = source.bucket { return try await bring(bucket.media, bucket.folder.keys, at: site) }
        if manifest.media?.mirror != nil { return try await restoreMirror(at: site) }
        guard let media = manifest.media, case .folder(let root) = tools.media else {
            return Outcome(failures: [ItemNote("media", "the media of this instance lie in no folder")])
        }
        if case .handover(let folder, _) = source {
            try await folder.give(mediaTo: root, at: site)
        } else if root == media.place {
            _ = try await tools.archive.restore(.media, of: manifest, below: "/")
        } else {
            guard !StagingFolder.hasContent(root) else {
                return Outcome(failures: [
                    ItemNote("media", "\(root) is not empty, and the backup's media lay in \(media.place)")
                ])
            }
            let beside = "\(root).mastoctl-new"
            try StagingFolder.remove(beside)
            let path = try await tools.archive.restore(.media, of: manifest, below: beside)
            try StagingFolder.move(path, to: root)
            try StagingFolder.remove(beside)
        }
        return Outcome(changed: 1, bytes: media.bytes, objects: Int(media.files))
    }

    /// The file is put beside the present one, and what is otherwise in it is named: which of the two holds is for the
    /// admin to say.
    private func restoreSecrets() async throws -> Outcome {
        guard let saved = manifest.secrets else { return Outcome() }
        let bytes = try await source.secrets(of: manifest, tools)
        let path =
            "\(tools.secrets.path ?? saved.path ?? "\(tools.staging.path)/env")"
            + (saved.recipient == nil ? ".restored" : ".restored.age")
        if staging == nil || saved.recipient != nil { try StagingFolder.write(bytes, to: path) }
        guard saved.recipient == nil else {
            remains.append("the secrets are in \(path), encrypted for \(saved.recipient ?? "")")
            return Outcome(changed: 1, bytes: Int64(bytes.count))
        }
        let values = tools.readEnvironment(bytes)
        if let staging { return try writeStaging(values, path, staging) }
        let strangers = InstanceSecrets(path: path, bytes: [], values: values).strangers(to: saved)
        if !strangers.isEmpty {
            return Outcome(failures: strangers.map { ItemNote($0, "is not what was saved") })
        }
        var differing = Set(values.keys).union(tools.secrets.names).filter { tools.secrets.differs($0, from: values) }
        if case .handover = source { differing = differing.filter(EnvironmentSplit.goesAlong) }
        remains.append(
            differing.isEmpty
                ? "the env file is as it was saved; a copy is in \(path)"
                : "the saved env file is in \(path); otherwise than in the present one are "
                    + differing.sorted().joined(separator: ", "))
        return Outcome(changed: 1, bytes: Int64(bytes.count))
    }

    /// The env file of the copy alone: the real one would let it act.
    private func writeStaging(_ values: [String: String], _ path: String, _ kind: StagingKind) throws -> Outcome {
        let path = "\(path.dropLast(".restored".count)).staging"
        let text = tools.secrets.staging(of: values, anonymized: kind == .anonymized)
        try StagingFolder.write(Array(text.utf8), to: path)
        remains.append("the env file of the copy is \(path)")
        return Outcome(changed: 1, bytes: Int64(text.utf8.count))
    }
}

/// What of a restored instance is kept from acting or telling.
package enum StagingKind: Sendable {
    /// It reaches nobody.
    case quiet
    /// And nobody is told by it.
    case anonymized
}
