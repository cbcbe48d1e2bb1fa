import Model
import Stores

/// What a deployment may take, from a sample of each index.
struct DeploymentEstimate: Sendable {
    private(set) var rows = 0
    private var documents = 0.0
    private var bytes = 0.0
    private var seconds = 0.0

    /// Reads some rows from the end of an index' table, the newest, and counts them all as the planner does.
    mutating func add(_ source: SearchSource, at site: Site<ReadOnly>) async throws {
        let count = try await source.estimatedRows(at: site)
        rows += count
        guard let sample = try await source.sample(of: 1_000, at: site), sample.rows > 0 else { return }
        let clock = ContinuousClock()
        let start = clock.now
        let made = try await source.documents(of: sample.slice, at: site)
        let share = Double(count) / Double(sample.rows)
        documents += Double(made.count) * share
        bytes += made.reduce(0.0) { $0 + Double($1.body.count) } * share
        seconds += (clock.now - start).inSeconds * share
    }

    /// Figures for the report. The time is that of reading alone, by one worker.
    var figures: [Figure: Int64] {
        [
            .expectedDocuments: Int64(documents), .expectedBytes: Int64(bytes),
            .expectedSeconds: Int64(seconds.rounded(.up)),
        ]
    }
}
