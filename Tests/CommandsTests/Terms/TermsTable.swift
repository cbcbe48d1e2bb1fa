extension ParseTable {
    static let terms = ParseTable(
        "terms",
        [
            .takes("terms list"),
            .takes(
                "terms publish terms.md --changelog All --effective 2027-01-01",
                ["file": "terms.md", "changelog": "All", "effective": "2027-01-01"]),
            .takes(
                "terms publish terms.md --changelog All --effective 2027-01-01 --notify --via jobs --as moddy",
                ["notify": "true", "via": "jobs", "moderator": "moddy"]),
            .refuses(
                "terms publish terms.md --changelog All --effective soon", "--effective is a day such as 2027-01-01"),
            .refuses("terms publish terms.md --changelog ' ' --effective 2027-01-01", "--changelog says nothing"),
        ])
}
