import Model
import Stores

extension Runner {
    /// Writes down what the operation would do, and changes nothing.
    ///
    /// - Throws: `Fault(.usage)` when the file exists, `Fault(.inputOutput)`; no file is left behind then.
    package func plan<Work: Plannable>(_ operation: Work, to path: String) async throws -> Report {
        let clock = ContinuousClock()
        let start = clock.now
        let site = try await opening.forReading()
        let survey = try await operation.survey(at: site)
        tell(.surveyed(survey))
        survey.warnings.forEach { tell(.warning($0)) }
        var report = Report(operation: operation.name, dryRun: true, lane: operation.lane, noun: survey.noun)
        report.deed = operation.deed
        report.warnings = survey.warnings
        let writer = try PlanWriter(
            path: path,
            PlanHeader(
                operation: operation.name, parameters: operation.parameters, instance: site.instance.localDomain,
                schemaVersion: site.instance.schema.version, created: .now, noun: survey.noun))
        try await preview(operation, at: site, survey, start, &report) { step in
            for item in operation.items(of: step) { try writer.add(item) }
        }
        try writer.finish()
        report.plan = path
        report.warnings += site.warnings.told
        report.seconds = (clock.now - start).inSeconds
        return report
    }
}
