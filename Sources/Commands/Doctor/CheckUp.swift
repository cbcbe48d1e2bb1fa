import Assembly
import Configuration
import Model
import Operations

/// One examination of a configured server.
struct CheckUp {
    let configuration: Configuration
    /// Of this process.
    let environment: [String: String]
    let choice: CheckChoice
    /// Whether something may be written to see whether writing works.
    let mayProbe: Bool

    func diagnosis() async throws -> Diagnosis {
        let (configuration, choice) = (configuration, choice)
        let making = ServicesMaking(configuration, purpose: "mastoctl doctor", environment: environment)
        let diagnosis = try await making.lend(mayProbe: mayProbe) {
            let inspection = Inspection(
                $0, limits: configuration.checkLimits, whyNoProbe: "nothing is written with --no-write")
            let results = await Examination(inspection, patience: Examination.Patience(choice.cost))
                .results(of: choice.checks)
            return Diagnosis(
                results, domain: configuration.identity.localDomain, release: await inspection.releaseInWords,
                at: .present)
        }
        try Task.checkCancellation()
        return diagnosis
    }

    /// Adds what is new and what is gone since the last time, and keeps what was found for the next.
    func compare(_ diagnosis: inout Diagnosis) throws {
        try diagnosis.compare(in: StatePlace(configuration).folder)
    }
}
