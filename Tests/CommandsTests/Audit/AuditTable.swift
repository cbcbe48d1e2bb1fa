extension ParseTable {
    static let audit = ParseTable(
        "audit",
        [
            .takes("audit", ["limit": "100"]),
            .takes(
                "audit --since 7d --by moddy --target alice --source server --limit 5",
                ["by": "moddy", "target": "alice", "source": "server", "limit": "5", "since": "ago 604800.0 seconds"]),
            .takes("audit --since 2026-01-31", ["since": "at 2026-01-31T00:00:00Z"]),
            .refuses("audit --limit 0", "--limit must be from 1 to 1000000"),
            .refuses("audit --since yesterday", "The value 'yesterday' is invalid for '--since <when>'"),
        ])
}
