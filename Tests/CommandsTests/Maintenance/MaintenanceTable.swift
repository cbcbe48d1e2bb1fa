extension ParseTable {
    static let maintenance = ParseTable(
        "maintenance",
        [
            .takes("maintenance fix-duplicates"),
            .takes("maintenance fix_duplicates"),
            .takes("maintenance indexes"),
            .takes("maintenance indexes --check", ["check": "true"]),
        ])
}
