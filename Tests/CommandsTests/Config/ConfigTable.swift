extension ParseTable {
    static let config = ParseTable(
        "config",
        [
            .takes("config show"),
            .takes("config check"),
            .takes("config init"),
            .takes("config init --stdout", ["stdout": "true"]),
            .takes("config init --force", ["force": "true"]),
            .refuses("config init --stdout --force", "--stdout writes no file, so there is nothing to --force"),
        ])
}
