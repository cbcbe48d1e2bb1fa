extension ParseTable {
    static let stats = ParseTable(
        "stats",
        [
            .takes("stats", ["months": "12"]),
            .takes("stats --months 36", ["months": "36"]),
            .refuses("stats --months 0", "--months must be from 1 to 1200"),
        ])
}
