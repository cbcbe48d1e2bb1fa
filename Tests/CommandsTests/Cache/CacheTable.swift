extension ParseTable {
    static let cache = ParseTable(
        "cache",
        [
            .takes("cache clear"),
            .takes("cache recount accounts", ["type": "accounts"]),
            .takes("cache recount statuses --leave-missing", ["type": "statuses", "leaveMissing": "true"]),
            .refuses("cache recount", "Missing expected argument '<type>'"),
            .refuses("cache recount tags", "The value 'tags' is invalid for '<type>'"),
        ])
}
