extension ParseTable {
    static let domainAllows = ParseTable(
        "domain-allows",
        [
            .takes("domain-allows add example.org example.com", ["domains": "example.org example.com"]),
            .takes(
                "domain-allows add example.org --via jobs --as moddy",
                ["domains": "example.org", "via": "jobs", "moderator": "moddy"]),
            .refuses("domain-allows add", "Missing expected argument '<domains> ...'"),
            .takes("domain-allows list"),
            .takes("domain-allows list --match Example", ["match": "Example"]),
            .takes("domain-allows remove example.org", ["domains": "example.org"]),
            .takes("domain-allows remove example.org --via jobs --as moddy", ["via": "jobs", "moderator": "moddy"]),
            .refuses("domain-allows remove", "Missing expected argument '<domains> ...'"),
        ])
}
