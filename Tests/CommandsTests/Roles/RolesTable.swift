extension ParseTable {
    static let roles = ParseTable(
        "roles",
        [
            .takes("roles list")
        ])
}
