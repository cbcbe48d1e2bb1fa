extension ParseTable {
    static let feeds = ParseTable(
        "feeds",
        [
            .takes("feeds build"),
            .takes("feeds build alice", ["username": "alice"]),
            .takes("feeds build --all --skip_filled_timelines", ["all": "true", "skipFilledTimelines": "true"]),
            .takes("feeds build --via jobs", ["via": "jobs"]),
            .takes("feeds clear"),
            .takes("feeds vacuum"),
        ])
}
