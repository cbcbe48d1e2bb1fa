import Faults

/// Waits until something outside this process has come to pass.
///
/// - Throws: `Fault(.inputOutput)` when it has not within `patience`, so that a defect fails a test and hangs none.
package func untilTrue(
    _ what: String, patience: Duration = .seconds(120), _ condition: () async throws -> Bool
) async throws {
    let end = ContinuousClock.now + patience
    while try await !condition() {
        guard ContinuousClock.now < end else { throw Fault(.inputOutput, "waited in vain: \(what)") }
        try await Task.sleep(for: .milliseconds(5))
    }
}
