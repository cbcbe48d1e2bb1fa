import Faults
import Model
import Stores

/// Makes a backup: the parts one after the other, the manifest last.
package struct BackupCreation: Operation {
    package var card: Card {
        Card("backup create", of: "parts", "saved", lock: .shared("backup"), tables: [], keepsRate: true)
    }

    private let tools: BackupTools
    private let parts: Set<BackupPart>
    private let extent: RedisExtent
    private let withCache: Bool
    /// Whether the dump goes into the repository as one stream, without a folder on this machine's disk.
    let streams: Bool
    private let engine: BackupEngine

    /// - Parameters:
    ///   - parts: which of `BackupPart.choosable`; the manifest comes always.
    ///   - extent: what of Redis; nil for what the profile says.
    ///   - withCache: whether cached copies of remote media are saved, too.
    ///   - streams: whether the dump takes no room on this machine's disk.
    ///   - engine: who saves the database.
    package init(
        _ tools: BackupTools, parts: Set<BackupPart> = Set(BackupPart.choosable), redis extent: RedisExtent? = nil,
        withCache: Bool = false, streams: Bool = false, engine: BackupEngine = .dump
    ) {
        self.engine = engine
        self.tools = tools
        self.streams = streams
        self.extent = extent ?? tools.redisExtent
        self.withCache = withCache
        self.parts = self.extent == .none ? parts.subtracting([.redis]) : parts
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<BackupStep> {
        if parts.contains(.database) { try await refuseOthers(at: site) }
        // Before anything is read for hours: whether there is somewhere to put it.
        let known = try await tools.archive.entries()
        let draft = BackupDraft(try await begun(at: site, among: known), tools)
        var survey = try await survey(at: site)
        let wanted = BackupPart.allCases.filter { parts.contains($0) || $0 == .manifest }
        if draft.isResumed {
            survey.foreseen.append(.backup(.goneOnWith(await draft.manifest.time)))
        } else {
            survey.figures[.mediaBytesBefore] = known.first(where: \.isWhole)?.mediaBytes
        }
        survey.count = wanted.count
        let steps = wanted.map { BackupStep(part: $0, isLast: $0 == wanted.last) }
        return Prepared(survey, Batches(of: steps, by: 1, isAlone: true)) { steps, site in
            guard let step = steps.first else { return Outcome() }
            return try await PartRefused.watch(step.part.rawValue) {
                try await draft.take(step.part, by: self, at: site)
            }
        }
    }

    var wantsCache: Bool { withCache }
    /// What pgBackRest keeps, where it is to save the database; nil for a dump.
    var cluster: ClusterArchive? { engine == .pgBackRest ? tools.cluster : nil }
    var redisExtent: RedisExtent { extent }
    var wanted: Set<BackupPart> { parts }

    /// A manifest to fill: that of a run that was killed, when it is young enough to be of the same moment still. One that
    /// was killed after its last step is whole, and there is nothing to go on with.
    private func begun(
        at site: Site<ReadOnly>, among known: [BackupEntry]
    ) async throws -> (manifest: BackupManifest, isResumed: Bool) {
        if let old = tools.staging.unfinished(), UTCTime.now.seconds - old.time.seconds < Self.patience,
            !known.contains(where: { $0.id == old.id && $0.isFinished }), old.domain == tools.archive.domain,
            old.schemaVersion == site.instance.schema.version,
            old.database == nil || (old.database?.cluster != nil) == (engine == .pgBackRest)
        {
            return (old, true)
        }
        var manifest = BackupManifest(
            id: BackupID.make(at: .now), domain: tools.archive.domain, time: .now, program: tools.program,
            engine: "restic \(try await tools.archive.version())", schemaVersion: site.instance.schema.version)
        manifest.release = site.instance.schema.release?.rawValue
        return (manifest, false)
    }

    /// Seconds after which an unfinished backup is begun anew.
    private static let patience = 6.0 * 3_600

    /// - Throws: `Fault(.configuration)` when pgBackRest is to save the database and is not this server's.
    private func refuseOthers(at site: Site<ReadOnly>) async throws {
        guard engine == .pgBackRest else { return }
        guard let cluster = tools.cluster else {
            throw Fault(
                .configuration, "nobody has said how pgBackRest calls this server",
                help: "set backup.pgbackrest_stanza to the name of its stanza")
        }
        try await cluster.refuseOthers(try await site.database.read { try await ServerIdentity.read(over: $0) })
    }

    private func survey(at site: Site<ReadOnly>) async throws -> Survey {
        var survey = Survey(count: nil, bytes: 0)
        let schema = site.instance.schema
        let (database, media) = try await site.database.read { transaction in
            (
                try await DatabaseSource.bytes(over: transaction),
                try await MediaCensus.take(schema: schema, sampling: 0, over: transaction).bytes
            )
        }
        if parts.contains(.database) { survey.figures[.databaseBytes] = database }
        if parts.contains(.media) {
            switch tools.media {
            case .folder: survey.figures[.mediaBytes] = media
            case .bucket(let place):
                if tools.mirror != nil {
                    survey.figures[.mediaBytes] = media
                } else {
                    survey.foreseen.append(.backup(.bucketLeftOut(place: place)))
                }
            case .unreachable(let kind):
                survey.foreseen.append(.backup(.storageLeftOut(kind: kind)))
            }
        }
        survey.bytes = survey.figures.values.reduce(0, +)
        if parts.contains(.secrets) {
            let missing = tools.secrets.missing(schema.release)
            if !missing.isEmpty { survey.foreseen.append(.backup(.secretsMissing(missing))) }
        } else {
            survey.foreseen.append(.backup(.secretsLeftOut))
        }
        if parts.contains(.database), !streams, engine == .dump {
            let free = try tools.staging.freeSpace()
            if free < database / 2 {
                survey.foreseen.append(
                    .backup(.littleRoom(path: tools.staging.path, free: free, wanted: database)))
            }
        }
        return survey
    }
}

/// One part of a backup, to be made.
package struct BackupStep: WorkItem {
    package var part: BackupPart
    package var isLast: Bool
    package var label: String? { part.rawValue }
}

/// Names of backups: `20261128-224455-7f3a`, by which they sort.
enum BackupID {
    static func make(at time: UTCTime) -> String {
        let digits = time.description.filter(\.isNumber)
        let random = UInt16.random(in: 0 ... .max)
        let tail = String(random, radix: 16)
        return "\(digits.prefix(8))-\(digits.suffix(6))-" + String(repeating: "0", count: 4 - tail.count) + tail
    }
}
