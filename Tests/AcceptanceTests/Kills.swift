import Glibc
import Support

/// How often and when the tests kill runs.
struct Kills {
    static let count = Rounds.of(100, atLeast: 8)

    let stage: Stage
    let words: [String]

    /// Starts runs and kills each at another instant, spread over what a whole run takes, until enough were killed.
    ///
    /// Every other instant counts from the moment the journal appears: there the dangerous work begins. Runs that end
    /// before they are killed tell how long one takes now; on a busy machine that changes.
    ///
    /// - Returns: how many runs were killed before they ended.
    func all(over seconds: Double, check: () async throws -> Void) async throws -> Int {
        var (killed, length) = (0, seconds)
        for number in 0..<3 * Self.count where killed < Self.count {
            let left = Set(stage.journals)
            let running = try stage.start(words)
            if number % 2 == 0 {
                try await Task.sleep(for: .seconds(Double.random(in: 0.2...1) * length))
            } else {
                let end = ContinuousClock.now + .seconds(length)
                while Set(stage.journals).isSubset(of: left), ContinuousClock.now < end {
                    try await Task.sleep(for: .milliseconds(1))
                }
                try await Task.sleep(for: .seconds(Double.random(in: 0...0.15) * length))
            }
            running.send(SIGKILL)
            if await running.end().status == 137 { killed += 1 } else { length *= 0.7 }
            try await check()
        }
        return killed
    }
}
