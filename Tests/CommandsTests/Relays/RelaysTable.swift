extension ParseTable {
    static let relays = ParseTable(
        "relays",
        [
            .takes("relays add https://relay.example.org/inbox", ["url": "https://relay.example.org/inbox"]),
            .takes(
                "relays add https://relay.example.org/inbox --via jobs --as moddy",
                ["via": "jobs", "moderator": "moddy"]),
            .refuses(
                "relays add relay.example.org", "a relay's inbox is an address such as https://relay.example.org/inbox"),
            .takes("relays list"),
            .takes("relays disable 3", ["ids": "3"]),
            .takes("relays disable 3 4 --via jobs --as moddy", ["ids": "3 4", "via": "jobs", "moderator": "moddy"]),
            .refuses("relays disable", "Missing expected argument '<id> ...'"),
            .takes("relays enable 3", ["ids": "3"]),
            .takes("relays enable 3 4 --via jobs --as moddy", ["ids": "3 4", "via": "jobs", "moderator": "moddy"]),
            .refuses("relays enable", "Missing expected argument '<id> ...'"),
            .takes("relays remove 3", ["ids": "3"]),
            .takes("relays remove 3 4 --via jobs --as moddy", ["ids": "3 4", "via": "jobs", "moderator": "moddy"]),
            .refuses("relays remove", "Missing expected argument '<id> ...'"),
        ])
}
