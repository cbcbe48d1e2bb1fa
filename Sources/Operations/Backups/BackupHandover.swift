import Faults
import Model
import Stores

/// Writes what another host asks for: a folder that can be read without this program.
package struct BackupHandover: Operation {
    package var card: Card {
        Card("backup handover", of: "parts", "handed over", lock: .shared("backup"), tables: [], keepsRate: true)
    }

    private let tools: BackupTools
    private let folder: HandoverFolder
    private let bucket: HandoverBucket?

    /// - Parameter path: of the folder; made, or empty.
    package init(_ tools: BackupTools, to path: String) {
        self.tools = tools
        folder = HandoverFolder(path: path)
        bucket = nil
    }

    /// - Parameter bucket: which must be empty.
    package init(_ tools: BackupTools, to bucket: HandoverBucket) {
        self.tools = tools
        folder = bucket.folder
        self.bucket = bucket
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<HandoverStep> {
        if let bucket { try await bucket.refuseContent() } else { try folder.refuseContent() }
        let schema = site.instance.schema
        var survey = Survey(count: HandoverStep.allCases.count)
        let missing = tools.secrets.missing(schema.release)
        if !missing.isEmpty { survey.foreseen.append(.backup(.handoverWithout(missing))) }
        let work = HandoverWork(tools, folder, bucket)
        return Prepared(survey, Batches(of: HandoverStep.allCases, by: 1, isAlone: true)) { steps, site in
            guard let step = steps.first else { return Outcome() }
            return try await PartRefused.watch(step.rawValue) { try await work.take(step, at: site) }
        }
    }
}

/// What a hand-over is made of, in this order.
package enum HandoverStep: String, CaseIterable, Sendable, WorkItem {
    case database, environment, media, readme

    package var label: String? { rawValue }
    package var weight: Int { 1 }
}

/// A hand-over that is being written.
private actor HandoverWork {
    private let tools: BackupTools
    private let folder: HandoverFolder
    private let bucket: HandoverBucket?
    private var manifest: BackupManifest?

    init(_ tools: BackupTools, _ folder: HandoverFolder, _ bucket: HandoverBucket?) {
        self.bucket = bucket
        self.tools = tools
        self.folder = folder
    }

    func take(_ step: HandoverStep, at site: Site<ReadWrite>) async throws -> Outcome {
        var outcome = Outcome(changed: 1)
        let schema = site.instance.schema
        var manifest =
            manifest
            ?? BackupManifest(
                id: BackupID.make(at: .now), domain: tools.archive.domain, time: .now, program: tools.program,
                engine: "pg_dump", schemaVersion: schema.version)
        switch step {
        case .database:
            if let bucket { try bucket.begin(at: site) } else { try folder.begin(at: site) }
            manifest.release = schema.release?.rawValue
            let cut = try await tools.database.dump(into: folder.dump, jobs: tools.jobs, isPacked: true, sampling: 0)
            manifest.time = cut.time
            manifest.database = cut.database
            manifest.database?.files = try await StagingFolder.hashes(of: folder.dump)
            var media = BackupMedia(storage: "", place: "", hasCache: false)
            media.classes = cut.media
            manifest.media = media
            outcome.bytes = manifest.database?.files.values.reduce(0) { $0 + $1.bytes } ?? 0
            outcome.figures[.rows] = cut.database.rowCount
        case .environment:
            let bytes = try await tools.secrets.takenAlong(for: tools.recipient)
            try folder.write(bytes, as: tools.recipient == nil ? .takeAlong : .takeAlongSealed, at: site)
            let names = tools.secrets.setAnew.map { "\($0)=\n" }.joined()
            try folder.write(Array(names.utf8), as: .setAnew, at: site)
            manifest.secrets = tools.secrets.fingerprints(recipient: tools.recipient)
        case .media where bucket != nil:
            if let bucket { try await store(to: bucket, at: site, &manifest, &outcome) }
        case .media:
            let root: String? = if case .folder(let root) = tools.media { root } else { nil }
            outcome.objects = try await MediaSource.writeKeys(to: folder.keys, below: root, at: site)
            switch tools.media {
            case .folder(let root):
                manifest.media?.storage = "filesystem"
                manifest.media?.place = root
                tellLinks(try await folder.take(mediaFrom: root, at: site))
            case .bucket(let place):
                manifest.media?.storage = "s3"
                manifest.media?.place = place
            case .unreachable(let kind): manifest.media?.storage = kind
            }
        case .readme:
            let extras = schema.extras
            let text = HandoverReadme(
                manifest: manifest, fork: [extras.inWords].compactMap(\.self) + extras.tables + extras.columns
            ).text
            try folder.write(Array(text.utf8), as: .readme, at: site)
            try folder.write(Array(manifest.json.text.utf8), as: .manifest, at: site)
            if let bucket { try await bucket.send(at: site) }
        }
        self.manifest = manifest
        return outcome
    }

    /// The media go into the bucket, and the list says which.
    private func store(
        to bucket: HandoverBucket, at site: Site<ReadWrite>, _ manifest: inout BackupManifest, _ outcome: inout Outcome
    ) async throws {
        switch tools.media {
        case .folder(let root):
            manifest.media?.storage = "filesystem"
            manifest.media?.place = root
        case .bucket(let place):
            manifest.media?.storage = "s3"
            manifest.media?.place = place
        case .unreachable(let kind): manifest.media?.storage = kind
        }
        let tell = Telling.current
        let total = manifest.media?.bytes ?? 0
        let update = try await bucket.media.update(list: folder.keys, at: site) {
            tell(.stage("media", done: $0, total: total))
        }
        manifest.media?.mirror = BackupMirror(
            place: bucket.form, files: Int64(update.files), bytes: update.bytes,
            listHash: try await StagingFolder.hash(of: folder.keys)?.sha256 ?? "")
        tellLinks(update.links)
        outcome.objects = update.files
        outcome.bytes = update.bytes
    }

    private func tellLinks(_ links: [String]) {
        guard let first = links.min() else { return }
        let names = links.count == 1 ? first : "\(first) and \(links.count - 1) more"
        Telling.current(.warning("not handed over, since it is a symbolic link: \(names)"))
    }
}
