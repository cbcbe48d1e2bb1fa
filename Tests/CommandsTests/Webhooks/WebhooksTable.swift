extension ParseTable {
    static let webhooks = ParseTable(
        "webhooks",
        [
            .takes(
                "webhooks add https://hooks.example/in --event report.created",
                ["url": "https://hooks.example/in", "event": "reportCreated"]),
            .takes(
                "webhooks add https://hooks.example/in --event report.created --event account.approved --template {{object}} --show-secret --via direct --as moddy",
                [
                    "event": "reportCreated accountApproved", "template": "{{object}}", "showSecret": "true",
                    "via": "direct", "moderator": "moddy",
                ]),
            .refuses(
                "webhooks add hooks.example --event report.created", "a webhook is an address that begins with https://"
            ),
            .refuses("webhooks add https://hooks.example/in", "say what it is told of with --event"),
            .refuses(
                "webhooks add https://hooks.example/in --event rain",
                "The value 'rain' is invalid for '--event <event>'"),
            .takes("webhooks list"),
            .takes("webhooks disable 3", ["ids": "3"]),
            .takes(
                "webhooks disable 3 4 --via direct --as moddy", ["ids": "3 4", "via": "direct", "moderator": "moddy"]),
            .refuses("webhooks disable", "Missing expected argument '<id> ...'"),
            .takes("webhooks enable 3", ["ids": "3"]),
            .takes(
                "webhooks enable 3 4 --via direct --as moddy", ["ids": "3 4", "via": "direct", "moderator": "moddy"]),
            .refuses("webhooks enable", "Missing expected argument '<id> ...'"),
            .takes("webhooks remove 3", ["ids": "3"]),
            .takes(
                "webhooks remove 3 4 --via direct --as moddy", ["ids": "3 4", "via": "direct", "moderator": "moddy"]),
            .refuses("webhooks remove", "Missing expected argument '<id> ...'"),
            .takes("webhooks rotate-secret 1", ["id": "1"]),
            .takes(
                "webhooks rotate-secret 1 --show-secret --via direct --as moddy",
                ["showSecret": "true", "via": "direct", "moderator": "moddy"]),
        ])
}
