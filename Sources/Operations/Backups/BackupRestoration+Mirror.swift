import Model
import Stores

extension BackupRestoration {
    /// Brings the media of a backup out of their mirror; what is there already stays.
    func restoreMirror(at site: Site<ReadWrite>) async throws -> Outcome {
        guard let mirror = tools.mirror, let snapshot = manifest.snapshots[BackupPart.media.rawValue] else {
            let place = manifest.media?.mirror?.place ?? ""
            return Outcome(failures: [
                ItemNote("media", "they are in \(place), which is not configured here: set backup.media_mirror")
            ])
        }
        let path = "\(try tools.staging.fresh("restore"))/keys"
        try await tools.archive.write(keyList: snapshot, to: path)
        let outcome = try await bring(mirror, path, at: site)
        try StagingFolder.remove("\(tools.staging.path)/restore")
        return outcome
    }

    /// Brings what a list names; what is there already stays.
    func bring(_ mirror: MediaMirror, _ list: String, at site: Site<ReadWrite>) async throws -> Outcome {
        let tell = Telling.current
        let total = manifest.media?.mirror?.bytes ?? 0
        let result = try await mirror.restore(list, at: site) { tell(.stage("media", done: $0, total: total)) }
        let missing = result.vanished > 0 ? [ItemNote("media", "\(result.vanished) files are not in the mirror")] : []
        return Outcome(
            changed: result.failures.isEmpty && missing.isEmpty ? 1 : 0, bytes: result.bytes, objects: result.copied,
            failures: result.failures.map { ItemNote($0.key.text, $0.reason) } + missing)
    }
}
