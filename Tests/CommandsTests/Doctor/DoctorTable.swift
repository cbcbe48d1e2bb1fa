extension ParseTable {
    static let doctor = ParseTable(
        "doctor",
        [
            .takes("doctor examine", ["failOn": "problem"]),
            .takes("doctor examine --fast", ["fast": "true"]),
            .takes("doctor examine --deep --fail-on never", ["deep": "true", "failOn": "never"]),
            .takes("doctor examine --only pg. --skip pg.blocked", ["only": "pg.", "skip": "pg.blocked"]),
            .takes("doctor examine --group redis", ["group": "redis"]),
            .takes("doctor examine --baseline known --since-last", ["baseline": "known", "sinceLast": "true"]),
            .takes(
                "doctor examine --metrics-file d.prom --no-write", ["metricsFile": "d.prom", "writesNothing": "true"]),
            .refuses("doctor examine --fast --deep", "--fast and --deep exclude each other"),
            .refuses("doctor examine --only pg.nothing", "there is no check 'pg.nothing'"),
            .takes("doctor list"),
            .takes("doctor list --group search", ["group": "search"]),
            .takes("doctor explain pg.blocked", ["id": "pg.blocked"]),
            .refuses("doctor explain", "Missing expected argument '<id>'"),
        ])
}
