extension Bench {
    /// A start that does nothing: what every cron job and every Tab key pays.
    func start() -> [Result] {
        // The first few warm the caches.
        let runs = (0..<45).map { _ in ProcessFigures.of([binary, "--version"]) }.dropFirst(5)
        return [
            Result(
                name: "start", value: runs.map(\.wall).median * 1e3, floor: nil, bound: 10, unit: "ms",
                note: "mastoctl --version, median of \(runs.count)"),
            Result(
                name: "memory of a start", value: Double(runs.map(\.memory).max() ?? 0) / 1e6, floor: nil, bound: 25,
                unit: "MB", note: ""),
        ]
    }
}
