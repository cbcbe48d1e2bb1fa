import Faults
import Model
import Stores

/// Puts a backup back: the database, then the media, then Redis, then the env file as one beside the present one.
///
/// The dump is restored into a new database, which takes the old one's place when it is whole: until then nothing of the
/// instance is otherwise than it was, and what was there stays under another name.
package struct BackupRestoring: Operation {
    package var card: Card {
        Card(
            isHandover ? "backup receive" : "backup restore", of: "parts", "restored",
            risk: .severe(name: tools.archive.domain),
            lock: .shared("backup"), tables: [], keepsRate: true)
    }

    private let tools: BackupTools
    private let source: RestoreSource
    private let parts: Set<BackupPart>
    private let replacing: String?
    private let staging: StagingKind?
    private let time: UTCTime?

    /// - Parameters:
    ///   - source: a backup, or what another host handed over.
    ///   - staging: makes a copy that reaches nobody, and of which nobody is told.
    ///   - time: the instant to which the database is brought, where pgBackRest has it; nil for the backup's own.
    ///   - replacing: the domain's name, typed by whoever wants a target replaced that is not empty.
    package init(
        _ tools: BackupTools, from source: RestoreSource, parts: Set<BackupPart> = Set(BackupPart.choosable),
        replacing: String?,
        staging: StagingKind? = nil, until time: UTCTime? = nil
    ) {
        self.time = time
        self.staging = staging
        self.tools = tools
        self.source = source
        self.parts = parts
        self.replacing = replacing
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<BackupStep> {
        let manifest = try await source.manifest(of: tools, until: time)
        let there = source.parts(of: manifest).filter { parts.contains($0) && staging?.leavesOut($0) != true }
        guard !there.isEmpty else {
            throw Fault(.noSuch, "backup \(manifest.id) has none of these parts")
        }
        var survey = Survey(count: there.count)
        if let time, there != [.database] {
            survey.foreseen.append(.backup(.otherMoment(database: time, rest: manifest.time)))
        }
        let tables = there.contains(.database) ? try await tools.target.tables() : nil
        if let tables, tables > 0 {
            guard replacing == tools.archive.domain else {
                throw Fault(
                    .refused, "the database \(tools.target.name) is not empty: it has \(tables) tables",
                    help: "to have it replaced, give --replace \(tools.archive.domain)")
            }
            let name = tools.target.name
            survey.foreseen.append(
                .backup(.databaseReplaced(name: name, aside: BackupRestoration.asideName(name, manifest.id))))
        }
        if there.contains(.media), case .folder(let root) = tools.media, StagingFolder.hasContent(root),
            replacing != tools.archive.domain
        {
            throw Fault(
                .refused, "the media folder \(root) is not empty",
                help: "to have its files replaced, give --replace \(tools.archive.domain)")
        }
        if let staging { survey.foreseen += try await guarded(staging) }
        if case .handover(let folder, _) = source { try await refuseDefects(of: folder, manifest) }
        let restoration = BackupRestoration(manifest, from: source, tools, staging: staging, until: time)
        let steps = there.map { BackupStep(part: $0, isLast: $0 == there.last) }
        return Prepared(survey, Batches(of: steps, by: 1, isAlone: true)) { steps, site in
            guard let step = steps.first else { return Outcome() }
            return try await restoration.take(step.part, at: site)
        }.finish { report, _ in
            if report.failed == 0, report.stopped == nil { report.remains = await restoration.whatRemains() }
        }
    }

    private var isHandover: Bool { if case .handover = source { true } else { false } }

    private func refuseDefects(of folder: HandoverFolder, _ manifest: BackupManifest) async throws {
        guard manifest.domain == tools.archive.domain else {
            throw Fault(
                .refused, "this is the hand-over of \(manifest.domain), and the server is \(tools.archive.domain)",
                help: "set LOCAL_DOMAIN to \(manifest.domain): no server can change its name")
        }
        var defects = try await folder.defects(of: manifest)
        if let bucket = source.bucket {
            let hash = try await StagingFolder.hash(of: folder.keys)?.sha256
            defects +=
                hash == manifest.media?.mirror?.listHash
                ? try await bucket.missingMedia() : ["the list of media is not what was handed over"]
        }
        guard defects.isEmpty else {
            throw Fault(.badData, "\(folder.path) is not what was handed over", notes: Array(defects.prefix(10)))
        }
    }

    /// - Throws: `Fault(.refused)` while there are jobs that a copy's processes would carry out.
    private func guarded(_ staging: StagingKind) async throws -> [Foreseen] {
        let waiting = try await tools.redis.waiting()
        guard waiting == 0 else {
            throw Fault(
                .refused, "Redis holds jobs, which a copy would carry out", notes: ["\(waiting) keys of them"],
                help: "name a Redis of the copy's own in its env file")
        }
        return [.backup(.queuesLeftOut)] + (staging == .anonymized ? [.backup(.mediaLeftOut)] : [])
    }
}

extension StagingKind {
    fileprivate func leavesOut(_ part: BackupPart) -> Bool {
        part == .redis || part == .media && self == .anonymized
    }
}
