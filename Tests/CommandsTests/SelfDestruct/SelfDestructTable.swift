extension ParseTable {
    static let selfDestruct = ParseTable(
        "self-destruct",
        [
            .takes("self-destruct begin"), .takes("self-destruct status"),
            .takes("self-destruct servers"),
            .takes("self-destruct servers --state told --state failed", ["state": "told failed"]),
            .refuses("self-destruct servers --state maybe", "is invalid for '--state <state>'"),
        ])
}
