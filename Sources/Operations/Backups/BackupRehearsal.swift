import Faults
import Model
import Stores

/// Restores a backup into a throw-away server and looks whether it is what was saved. Nothing of the instance is touched;
/// what was found is noted beside the manifest.
package struct BackupRehearsal: Operation {
    package var card: Card {
        Card("backup rehearse", of: "checks", "passed", lock: .shared("backup rehearse"), tables: [], keepsRate: true)
    }

    private let tools: BackupTools
    private let name: String

    /// - Parameter name: the backup's id, the beginning of it, or `latest`.
    package init(_ tools: BackupTools, _ name: String) {
        self.tools = tools
        self.name = name
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<RehearsalStep> {
        let entry = try await tools.archive.entry(name)
        let manifest = try await tools.archive.manifest(entry)
        let trial = BackupTrial(manifest, tools)
        let steps = RehearsalStep.allCases.filter { $0.applies(to: manifest) }
        return Prepared(Survey(count: steps.count), Batches(of: steps, by: 1, isAlone: true)) { steps, site in
            guard let step = steps.first else { return Outcome() }
            return try await trial.take(step, at: site)
        }.release { _ in await trial.end() }
    }
}

/// What a rehearsal looks at, in this order.
package enum RehearsalStep: String, CaseIterable, Sendable, WorkItem {
    /// The dump's files are those that were saved, and a server takes them without an error.
    case restore
    /// Each table has its rows.
    case rows
    /// Tables, columns and migrations are those of the release.
    case schema
    /// Every index finds every row.
    case indexes
    /// Some files are those that were saved.
    case media
    /// The secrets are there, and those that were saved.
    case secrets
    /// The secrets open what the database holds encrypted.
    case keys
    case note

    package var label: String? { rawValue }
    package var weight: Int { 1 }

    func applies(to manifest: BackupManifest) -> Bool {
        switch self {
        case .restore, .rows, .schema, .indexes: manifest.database != nil
        case .media: manifest.snapshots[BackupPart.media.rawValue] != nil
        case .secrets: manifest.secrets != nil
        case .keys: manifest.secrets != nil && manifest.database != nil
        case .note: true
        }
    }
}
