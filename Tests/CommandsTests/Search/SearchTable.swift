extension ParseTable {
    static let search = ParseTable(
        "search",
        [
            .takes("search deploy", ["batchSize": "2000", "import": "true", "clean": "true"]),
            .takes(
                "search deploy --only accounts statuses --batch-size 20 --gzip --swap",
                ["only": "accounts statuses", "batchSize": "20", "gzip": "true", "swap": "true"]),
            .takes(
                "search deploy --only public-statuses --no-import --no-clean --reset-chewy --in-place --no-gzip",
                [
                    "clean": "", "import": "", "only": "publicStatuses", "resetChewy": "true", "inPlace": "true",
                    "gzip": "false",
                ]),
            .takes(
                "search deploy --import --clean --only-mapping --since 2026-01-31",
                ["since": "2026-01-31T00:00:00Z", "onlyMapping": "true"]),
            .takes("search deploy --resume", ["resume": "true"]),
            .refuses("search deploy --batch-size 0", "--batch-size must be from 1 to 100000"),
            .refuses("search deploy --swap --in-place", "--swap and --in-place exclude each other"),
            .refuses(
                "search deploy --swap --since 2026-01-31", "--since writes into the index in service; leave --swap out"),
            .refuses(
                "search deploy --resume --only tags",
                "--resume goes on with what was begun; leave out what says what to do"),
            .takes("search deploy --shard 2/4 --resume", ["shard": "Shard(number: 2, count: 4)", "resume": "true"]),
            .takes("search deploy --only statuses --finish", ["only": "statuses", "finish": "true"]),
            .refuses("search deploy --shard 5/4", "is invalid for '--shard <k/n>'"),
            .refuses(
                "search deploy --shard 1/4 --in-place",
                "--shard and --finish fill aside and swap; leave out what says otherwise"),
            .refuses(
                "search deploy --finish --shard 1/4",
                "--finish comes when all shares are whole; leave out --shard and --resume"),
            .takes("search queue"),
            .takes("search queue --clear", ["clear": "true"]),
            .takes("search status", ["count": "true"]),
            .takes("search status --no-count", ["count": ""]),
            .takes("search status --count"),
            .takes("search verify", ["sample": "1000", "top": "20"]),
            .takes(
                "search verify --only tags accounts --sample 5 --repair --top 3",
                ["only": "tags accounts", "sample": "5", "top": "3", "repair": "true"]),
            .takes("search verify --full", ["full": "true"]),
            .refuses("search verify --sample 0", "--sample must be more than zero"),
            .refuses("search verify --top=-1", "--top must be from 0 to 1000000"),
            .refuses("search verify --only toots", "The value 'toots' is invalid for '--only <index>'"),
        ])
}
