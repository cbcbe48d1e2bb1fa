extension ParseTable {
    static let trends = ParseTable(
        "trends",
        [
            .takes("trends links approve 7", ["ids": "7"]),
            .takes(
                "trends links approve 7 8 --via api --as moddy", ["ids": "7 8", "via": "api", "moderator": "moddy"]),
            .refuses("trends links approve", "Missing expected argument"),
            .takes("trends links reject 7", ["ids": "7"]),
            .takes("trends links reject 7 8 --via api --as moddy", ["ids": "7 8", "via": "api", "moderator": "moddy"]),
            .refuses("trends links reject", "Missing expected argument"),
            .takes("trends links list"),
            .takes("trends links list --undecided", ["undecided": "true"]),
            .takes("trends statuses approve 7", ["ids": "7"]),
            .takes(
                "trends statuses approve 7 8 --via api --as moddy", ["ids": "7 8", "via": "api", "moderator": "moddy"]),
            .refuses("trends statuses approve", "Missing expected argument"),
            .takes("trends statuses reject 7", ["ids": "7"]),
            .takes(
                "trends statuses reject 7 8 --via api --as moddy", ["ids": "7 8", "via": "api", "moderator": "moddy"]),
            .refuses("trends statuses reject", "Missing expected argument"),
            .takes("trends statuses list"),
            .takes("trends statuses list --undecided", ["undecided": "true"]),
            .takes("trends tags approve 7", ["words": "7"]),
            .takes(
                "trends tags approve 7 8 --via api --as moddy", ["words": "7 8", "via": "api", "moderator": "moddy"]),
            .refuses("trends tags approve", "Missing expected argument"),
            .takes("trends tags reject 7", ["words": "7"]),
            .takes(
                "trends tags reject 7 8 --via api --as moddy", ["words": "7 8", "via": "api", "moderator": "moddy"]),
            .refuses("trends tags reject", "Missing expected argument"),
            .takes("trends tags list"),
            .takes("trends tags list --undecided", ["undecided": "true"]),
        ])
}
