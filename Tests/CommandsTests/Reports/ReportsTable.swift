extension ParseTable {
    static let reports = ParseTable(
        "reports",
        dealing("reports assign"),
        dealing("reports reopen"),
        dealing("reports resolve"),
        dealing("reports unassign"),
        [
            .takes("reports list", ["limit": "100"]),
            .takes(
                "reports list --resolved --target alice --by bob@example.org --category spam --limit 5",
                ["target": "alice", "by": "bob@example.org", "category": "spam", "limit": "5", "resolved": "true"]),
            .takes("reports list --unresolved", ["unresolved": "true"]),
            .refuses("reports list --limit 0", "--limit must be from 1 to 1000000"),
            .refuses("reports list --target 'not a name'", "no account is called 'not a name'"),
            .refuses("reports list --category boring", "The value 'boring' is invalid for '--category <kind>'"),
            .takes("reports show 7", ["report": "7"]),
            .refuses("reports show seven", "The value 'seven' is invalid for '<id>'"),
        ])
}
