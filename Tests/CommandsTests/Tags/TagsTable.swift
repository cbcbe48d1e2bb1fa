extension ParseTable {
    static let tags = ParseTable(
        "tags",
        [
            .takes("tags list"),
            .takes(
                "tags list --review pending --prefix spam --limited",
                ["review": "pending", "prefix": "spam", "limited": "true"]),
            .refuses("tags list --review never", "The value 'never' is invalid for '--review <state>'"),
            .takes("tags listable cats", ["names": "cats"]),
            .takes(
                "tags listable cats #dogs --off --via api --as moddy",
                ["names": "cats #dogs", "off": "true", "via": "api", "moderator": "moddy"]),
            .refuses("tags listable", "Missing expected argument '<hashtag> ...'"),
            .takes("tags trendable cats", ["names": "cats"]),
            .takes(
                "tags trendable cats #dogs --off --via api --as moddy",
                ["names": "cats #dogs", "off": "true", "via": "api", "moderator": "moddy"]),
            .refuses("tags trendable", "Missing expected argument '<hashtag> ...'"),
            .takes("tags usable cats", ["names": "cats"]),
            .takes(
                "tags usable cats #dogs --off --via api --as moddy",
                ["names": "cats #dogs", "off": "true", "via": "api", "moderator": "moddy"]),
            .refuses("tags usable", "Missing expected argument '<hashtag> ...'"),
        ])
}
