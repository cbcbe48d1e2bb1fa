extension Bench {
    /// A start that does nothing: what every cron job and every Tab key pays, against a C program that only loads the
    /// same libraries.
    func start() -> [Result] {
        // The first few warm the caches; the two take turns, as the machine may be at something else for a while.
        let runs = (0..<45).map { _ in
            (ProcessFigures.of([binary, "--version"], in: folder), ProcessFigures.of(["\(folder)/load"], in: folder))
        }.dropFirst(5)
        return [
            Result(
                name: "start", value: runs.map(\.0.wall).median * 1e3, floor: runs.map(\.1.wall).median * 1e3, bound: 2,
                unit: "ms", note: "mastoctl --version, median of \(runs.count)"),
            Result(
                name: "memory of a start", value: Double(runs.map(\.0.memory).max() ?? 0) / 1e6, floor: nil, bound: 25,
                unit: "MB", note: ""),
        ]
    }
}
