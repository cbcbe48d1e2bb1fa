extension ParseTable {
    static let prune = ParseTable(
        "prune",
        [
            .takes("prune"),
            .takes(
                "prune --policy policy.toml --only avatars,preview-cards",
                ["policy": "policy.toml", "only": "avatars previewCards"]),
            .takes("prune --schedule cron", ["schedule": "cron"]),
            .refuses("prune --only everything", "The value 'everything' is invalid for '--only <parts>'"),
            .refuses("prune --schedule never", "The value 'never' is invalid for '--schedule <scheduler>'"),
        ])
}
