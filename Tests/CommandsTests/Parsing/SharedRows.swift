extension ParseTable {
    /// What every command that acts on chosen accounts takes and refuses.
    static func acting(_ words: String) -> [ParseRow] {
        [
            .takes("\(words) alice", ["accounts": "alice"]),
            .takes(
                "\(words) alice id:7 --from list.txt --where 'origin:local' --via direct --as moddy --plan-out plan.json",
                [
                    "accounts": "alice id:7", "from": "list.txt", "query": "origin:local", "via": "direct",
                    "moderator": "moddy", "planOut": "plan.json",
                ]),
            .refuses("\(words)", "say which accounts: by name, with --from or with --where"),
        ]
    }

    /// And what those take that leave a strike.
    static func striking(_ words: String) -> [ParseRow] {
        [
            .takes("\(words) alice", ["accounts": "alice", "notify": "true"]),
            .takes(
                "\(words) alice --text 'be kind' --report-id 7 --no-notify",
                ["text": "be kind", "reportId": "7", "notify": ""]),
            .takes("\(words) --where 'origin:local' --notify", ["accounts": "", "query": "origin:local"]),
        ] + acting(words).dropFirst()
    }

    /// What every command that deals with reports takes and refuses.
    static func dealing(_ words: String) -> [ParseRow] {
        [
            .takes("\(words) 7", ["reports": "7"]),
            .takes(
                "\(words) 7 8 --from list.txt --via api --as moddy --plan-out plan.json",
                ["reports": "7 8", "from": "list.txt", "via": "api", "moderator": "moddy", "planOut": "plan.json"]),
            .refuses("\(words)", "name at least one report, or give --from"),
        ]
    }
}
