extension ParseTable {
    static let fasp = ParseTable(
        "fasp",
        [
            .takes("fasp list")
        ])
}
