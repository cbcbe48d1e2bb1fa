import Faults
import Model
import Stores

/// Asks for everything about one report.
package struct ReportInquiry: Question {
    private let report: Int64

    package init(_ report: Int64) {
        self.report = report
    }

    /// - Throws: `Fault(.noSuch)`.
    package func answer(at site: Site<ReadOnly>) async throws -> ReportDossier {
        let report = report
        guard let dossier = try await site.database.read({ try await $0.reports.dossier(of: report) }) else {
            throw Fault(.noSuch, "there is no report \(report)", help: "try `mastoctl reports list`")
        }
        return dossier
    }
}
