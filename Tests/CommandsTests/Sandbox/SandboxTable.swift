extension ParseTable {
    static let sandbox = ParseTable(
        "sandbox",
        [
            .takes("sandbox start", ["size": "small", "mastodon": "v4_7", "seed": "1"]),
            .takes(
                "sandbox start --dir /tmp/s --mastodon 4.4 --size medium --s3 --seed 7",
                ["dir": "/tmp/s", "size": "medium", "seed": "7", "hasBucket": "true", "mastodon": "v4_4"]),
            .refuses("sandbox start --mastodon 4.1", "The value '4.1' is invalid for '--mastodon <release>'"),
            .takes("sandbox stop"),
            .takes("sandbox stop --dir /tmp/s --keep", ["dir": "/tmp/s", "keep": "true"]),
            .takes("sandbox status"),
            .takes("sandbox status --dir /tmp/s", ["dir": "/tmp/s"]),
            .takes("sandbox env"),
            .takes("sandbox env --dir /tmp/s --path", ["dir": "/tmp/s", "path": "true"]),
        ])
}
