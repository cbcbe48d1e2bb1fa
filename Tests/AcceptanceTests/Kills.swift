import Glibc
import Support

/// How often and when the tests kill runs. `MASTOCTL_TEST_KILLS` makes a longer soak of them.
struct Kills {
    static let count = getenv("MASTOCTL_TEST_KILLS").flatMap { Int(String(cString: $0)) } ?? 8

    let stage: Stage
    let words: [String]

    /// Starts runs and kills each at another instant, spread over what a whole run takes.
    ///
    /// Every other instant counts from the moment the journal appears: there the dangerous work begins.
    ///
    /// - Returns: how many runs were killed before they ended.
    func all(over seconds: Double, check: () async throws -> Void) async throws -> Int {
        var killed = 0
        for number in 0..<Self.count {
            let left = Set(stage.journals)
            let running = try stage.start(words)
            if number % 2 == 0 {
                try await Task.sleep(for: .seconds(Double.random(in: 0.2...1) * seconds))
            } else {
                let end = ContinuousClock.now + .seconds(seconds)
                while Set(stage.journals).isSubset(of: left), ContinuousClock.now < end {
                    try await Task.sleep(for: .milliseconds(1))
                }
                try await Task.sleep(for: .seconds(Double.random(in: 0...0.15) * seconds))
            }
            running.send(SIGKILL)
            if await running.end().status == 137 { killed += 1 }
            try await check()
        }
        return killed
    }
}
