extension ParseTable {
    static let previewCards = ParseTable(
        "preview-cards",
        [
            .takes("preview-cards remove", ["days": "180.0"]),
            .takes("preview-cards remove --days 30 --link", ["days": "30.0", "link": "true"]),
            .takes("preview_cards remove --days 1", ["days": "1.0"]),
            .refuses("preview-cards remove --days many", "The value 'many' is invalid for '--days <days>'"),
        ])
}
