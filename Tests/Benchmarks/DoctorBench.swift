import Support

extension Bench {
    /// `doctor` and `doctor --fast` of an instance with a million posts.
    func doctor() async throws -> [Result] {
        let count = 1_000_000 / scale
        say("doctor: making \(count) posts")
        let instance = try await TestInstance.make(size: .empty)
        let seeded = shell("\(psql(instance)) -v ON_ERROR_STOP=1 -v posts=\(count) -f bench/seed/search.sql")
        if seeded.status != 0 { say("psql ended with \(seeded.status)") }
        let usual = mastoctl(["doctor", "--fail-on", "never", "--quiet"], on: instance)
        let fast = mastoctl(["doctor", "--fast", "--fail-on", "never", "--quiet"], on: instance)
        try await instance.remove()
        let note = "\(count) posts"
        return [
            Result(name: "doctor", value: usual.wall, floor: nil, bound: 20, unit: "s", note: note),
            Result(name: "doctor --fast", value: fast.wall, floor: nil, bound: 2, unit: "s", note: note),
            Result(
                name: "memory of doctor", value: Double(usual.memory) / 1e6, floor: nil, bound: 80, unit: "MB",
                note: note),
        ]
    }
}
