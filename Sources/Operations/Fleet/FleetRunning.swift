import Faults
import Model
import Stores

/// Runs command lines for the servers of a fleet side by side, each in a process of its own.
package struct FleetRunning: Sendable {
    package struct Errand: Sendable {
        package var server: String
        /// The profile's path.
        package var profile: String
        /// What its process gets besides, such as where its secrets are.
        package var variables: [String: String]
        package var words: [String]
        /// Why it is not begun.
        package var obstacle: String?

        package init(
            server: String, profile: String, variables: [String: String] = [:], words: [String],
            obstacle: String? = nil
        ) {
            self.server = server
            self.profile = profile
            self.variables = variables
            self.words = words
            self.obstacle = obstacle
        }
    }

    private let child: FleetChild
    private let folder: String
    private let parallel: Int
    private let limit: Duration

    /// - Parameters:
    ///   - environment: what each process gets; nothing else of this one's.
    ///   - folder: where what they write is kept.
    ///   - parallel: how many at once.
    ///   - limit: how long one may take.
    package init(environment: [String: String], folder: String, parallel: Int, limit: Duration) {
        child = FleetChild(environment: environment)
        self.folder = folder
        self.parallel = parallel
        self.limit = limit
    }

    /// What came of each, in the order of the errands. One that fails or hangs stops no other.
    ///
    /// - Parameters:
    ///   - begin: called as each begins, with its server.
    ///   - tell: called as each ends.
    /// - Throws: `CancellationError` once all have ended.
    package func run(
        _ errands: [Errand], begin told: @Sendable (String) -> Void, tell: @Sendable (FleetResult) -> Void
    ) async throws -> [FleetResult] {
        var results = [FleetResult?](repeating: nil, count: errands.count)
        await withTaskGroup(of: (Int, FleetResult).self) { group in
            var next = 0
            func begin() {
                guard next < errands.count else { return }
                let (index, errand) = (next, errands[next])
                next += 1
                if errand.obstacle == nil { told(errand.server) }
                group.addTask { (index, await result(of: errand)) }
            }
            for _ in 0..<max(parallel, 1) { begin() }
            for await (index, result) in group {
                results[index] = result
                tell(result)
                begin()
            }
        }
        try Task.checkCancellation()
        return results.compactMap(\.self)
    }

    private func result(of errand: Errand) async -> FleetResult {
        if let obstacle = errand.obstacle { return FleetResult(errand.server, .left, line: obstacle) }
        let clock = ContinuousClock()
        let start = clock.now
        do {
            let ending = try await child.run(
                errand.words, profile: errand.profile, variables: errand.variables, in: folder, as: errand.server,
                limit: limit)
            let text = FleetResult.line(
                answer: FleetFolder.text(of: ending.answer, atMost: 1 << 20),
                errors: FleetFolder.text(of: ending.errors, atMost: 1 << 16))
            var result = FleetResult(
                errand.server, ending.ranOut ? .late : ending.status == 0 ? .done : .failed, status: ending.status,
                seconds: (clock.now - start).inSeconds,
                line: ending.ranOut ? "it was ended at its time limit" : text)
            result.answer = ending.answer
            result.errors = ending.errors
            return result
        } catch {
            let reason = (error as? Fault)?.message ?? "interrupted"
            return FleetResult(errand.server, .failed, seconds: (clock.now - start).inSeconds, line: reason)
        }
    }
}
