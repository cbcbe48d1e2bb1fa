extension ParseTable {
    static let rules = ParseTable(
        "rules",
        [
            .takes("rules add 'Be kind.'", ["text": "Be kind."]),
            .takes(
                "rules add 'Be kind.' --hint 'To all.' --priority 2 --via direct --as moddy",
                ["hint": "To all.", "priority": "2", "via": "direct", "moderator": "moddy"]),
            .refuses("rules add ' '", "the rule has no text"),
            .refuses(
                "rules add \(String(repeating: "a", count: 301))", "a rule has at most 300 characters, and this has 301"
            ),
            .takes("rules change 3 --text 'Be kind.'", ["ids": "3", "text": "Be kind."]),
            .takes(
                "rules change 3 4 --priority 1 --hint '' --via direct --as moddy",
                ["ids": "3 4", "text": "", "priority": "1", "hint": "''", "via": "direct", "moderator": "moddy"]),
            .refuses("rules change 3", "say what is to change: --text, --hint or --priority"),
            .takes("rules list"),
            .takes("rules list --removed", ["removed": "true"]),
            .takes("rules remove 3", ["ids": "3"]),
            .takes("rules remove 3 4 --via direct --as moddy", ["ids": "3 4", "via": "direct", "moderator": "moddy"]),
            .refuses("rules remove", "Missing expected argument '<id> ...'"),
        ])
}
