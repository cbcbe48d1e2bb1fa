extension ParseTable {
    static let upgrade = ParseTable(
        "upgrade",
        [
            .takes("upgrade check", ["target": "v4_7"]),
            .takes("upgrade check --to 4.6", ["target": "v4_6"]),
            .refuses("upgrade check --to 3.5", "The value '3.5' is invalid for '--to <release>'"),
            .takes("upgrade storage-schema"),
            .takes("upgrade storage_schema"),
        ])
}
