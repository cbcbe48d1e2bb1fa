extension ParseTable {
    static let support = ParseTable(
        "support",
        [
            .takes("support bundle --output a.tar.zst", ["output": "a.tar.zst"]),
            .takes("support bundle --dry-run --fast", ["output": "", "isPreview": "true", "fast": "true"]),
            .refuses("support bundle", "name the file with --output, or ask for --dry-run"),
            .takes("support show a.tar.zst", ["bundle": "a.tar.zst"]),
            .refuses("support show", "Missing expected argument '<bundle>'"),
            .takes("support compare a.tar.zst b.tar.zst", ["first": "a.tar.zst", "second": "b.tar.zst"]),
            .refuses("support compare a.tar.zst", "Missing expected argument '<second>'"),
        ])
}
