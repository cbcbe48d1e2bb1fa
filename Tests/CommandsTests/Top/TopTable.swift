extension ParseTable {
    static let top = ParseTable(
        "top",
        [
            .takes("top", ["every": "2.0 seconds"]),
            .takes("top --every 10s", ["every": "10.0 seconds"]),
            .takes("top --once --format json", ["once": "true"]),
            .refuses("top --every 0s", "--every must be from 1s to 1h"),
            .refuses("top --format json", "--format tells one moment; put --once beside it"),
        ])
}
