import Faults

/// Waits until something outside this process has come to pass.
///
/// - Throws: `Fault(.inputOutput)` when the patience is over, so that a defect fails a test and hangs none.
package func untilTrue(_ what: String, _ condition: () async throws -> Bool) async throws {
    var patience = Patience()
    while try await !condition() {
        guard !patience.isOver else { throw Fault(.inputOutput, "waited in vain: \(what)") }
        try await Task.sleep(for: .milliseconds(5))
    }
}
