import Model
import Stores

/// Drops the backups that the policy does not keep. The newest whole one and the newest proven one stay, whatever it says.
package struct BackupPruning: Operation {
    package var card: Card {
        Card(
            "backup prune", of: "backups", "dropped", risk: .moderate, lock: .shared("backup"), tables: [],
            keepsRate: true)
    }

    private let archive: BackupArchive<ReadOnly>
    private let retention: BackupRetention
    /// The id of a backup that a killed run may go on with.
    private let begun: String?
    private let sweep: MirrorSweep?

    /// - Parameters:
    ///   - mirror: where copies of media in a bucket are; nil where none are kept.
    ///   - staging: where lists of keys are laid for the time of the run.
    package init(
        _ archive: BackupArchive<ReadOnly>, _ retention: BackupRetention, sparing begun: String? = nil,
        mirror: MediaMirror?, staging: StagingFolder
    ) {
        sweep = mirror.map { MirrorSweep(archive: archive, mirror: $0, staging: staging) }
        self.archive = archive
        self.retention = retention
        self.begun = begun
    }

    /// Seconds after which parts without a manifest are nobody's any more: no backup takes so long.
    private static let patience = 24.0 * 3_600

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<BackupEntry> {
        let entries = try await archive.entries()
        // What pgBackRest has dropped can keep no other from being dropped, and the policy goes on without it.
        let kept = retention.kept(entries.filter(\.isWhole).map(\.candidate))
        let doomed = entries.filter { entry in
            if entry.isFinished { return kept[entry.id] == nil }
            return entry.id != begun && UTCTime.now.seconds - entry.time.seconds > Self.patience
        }
        var survey = Survey(count: doomed.count)
        survey.figures[.backupsKept] = Int64(kept.count)
        let clusters = doomed.count { $0.isWhole && $0.clusterLabel != nil }
        if clusters > 0 { survey.foreseen.append(.backup(.pgBackRestHas(clusters))) }
        let gone = doomed.count { $0.state == .incomplete }
        if gone > 0 { survey.foreseen.append(.backup(.pgBackRestDropped(gone))) }
        return Prepared(survey, Batches(of: doomed, by: max(doomed.count, 1), isAlone: true)) { doomed, site in
            let archive = archive.writing(at: site)
            try await archive.unlock()
            try await archive.drop(doomed)
            try await archive.sweep()
            return Outcome(changed: doomed.count)
        }.finish { [sweep] report, site in
            guard let sweep, report.failed == 0, report.stopped == nil else { return }
            let (files, bytes) = try await sweep.run(at: site)
            if files > 0 {
                report.details[.mirroredFilesRemoved] = Int64(files)
                report.bytes += bytes
            }
        }
    }
}

extension BackupEntry: WorkItem {
    package var label: String? { id }
}
