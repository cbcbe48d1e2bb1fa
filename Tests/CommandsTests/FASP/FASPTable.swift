extension ParseTable {
    static let fasp = ParseTable(
        "fasp",
        [
            .takes("fasp list"),
            .takes("fasp confirm 3 4", ["ids": "3 4"]),
            .takes("fasp confirm 3 --fingerprint abc=", ["ids": "3", "fingerprint": "abc="]),
            .takes("fasp confirm 5 --via direct --as moddy", ["ids": "5", "via": "direct", "moderator": "moddy"]),
            .refuses("fasp confirm 3 4 --fingerprint abc=", "--fingerprint is one provider's"),
            .refuses("fasp confirm", "Missing expected argument '<id> ...'"),
            .takes("fasp enable 3 account_search trends", ["id": "3", "capabilities": "account_search trends"]),
            .takes(
                "fasp enable 4 trends --via direct --as moddy",
                ["id": "4", "capabilities": "trends", "via": "direct", "moderator": "moddy"]),
            .refuses("fasp enable 3", "Missing expected argument '<capability> ...'"),
            .takes("fasp disable 3 trends", ["id": "3", "capabilities": "trends"]),
            .takes(
                "fasp disable 4 account_search --via direct --as moddy",
                ["id": "4", "capabilities": "account_search", "via": "direct", "moderator": "moddy"]),
            .refuses("fasp disable three trends", "is invalid for '<id>'"),
        ])
}
