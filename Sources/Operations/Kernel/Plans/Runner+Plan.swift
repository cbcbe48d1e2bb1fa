import Model
import Stores

extension Runner {
    /// Writes down what the operation would do, and changes nothing.
    ///
    /// - Throws: `Fault(.usage)` when the file exists, `Fault(.inputOutput)`; no file is left behind then.
    package func plan<Work: Plannable>(_ operation: Work, to path: String) async throws -> Report {
        try await timed(Report(operation.card, isRehearsal: true)) { report, start in
            var writer: PlanWriter?
            try await rehearse(
                operation, start, &report,
                { _, site in
                    writer = try PlanWriter(
                        path: path,
                        PlanHeader(
                            operation: operation.work.code, parameters: operation.parameters,
                            instance: site.instance.localDomain, schemaVersion: site.instance.schema.version,
                            created: .now, noun: operation.card.noun))
                },
                { batch in
                    for item in batch.items { try writer?.add(item.planned) }
                })
            try writer?.finish()
            report.plan = path
        }
    }
}
