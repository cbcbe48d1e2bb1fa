extension ParseTable {
    static let emoji = ParseTable(
        "emoji",
        [
            .takes("emoji list"),
            .takes("emoji list --local --category animals", ["local": "true", "category": "animals"]),
            .takes(
                "emoji list --remote --domain a.example --domain b.example --match cat --limit 5",
                ["remote": "true", "domain": "a.example b.example", "match": "cat", "limit": "5"]),
            .refuses("emoji list --local --remote", "--local and --remote exclude each other"),
            .refuses("emoji list --domain ''", "--domain is empty"),
            .refuses("emoji list --limit=-1", "--limit must be zero or more"),
            .takes("emoji import a.tar.gz", ["path": "a.tar.gz"]),
            .takes(
                "emoji import a.tar.gz --prefix p_ --suffix _s --overwrite --unlisted --category animals",
                [
                    "prefix": "p_", "suffix": "_s", "overwrite": "true", "unlisted": "true", "category": "animals",
                ]),
            .refuses("emoji import", "Missing expected argument '<path>'"),
            .refuses("emoji import a.tar.gz --category ''", "--category is empty"),
            .takes("emoji export .", ["path": "."]),
            .takes("emoji export . --category animals --overwrite", ["category": "animals", "overwrite": "true"]),
            .takes("emoji copy --domain a.example", ["domain": "a.example"]),
            .takes(
                "emoji copy cat --domain a.example --match c --overwrite --unlisted --category animals",
                [
                    "shortcodes": "cat", "match": "c", "overwrite": "true", "unlisted": "true", "category": "animals",
                ]),
            .refuses("emoji copy cat", "say of which server: --domain"),
            .refuses("emoji copy cat --domain ''", "--domain is empty"),
            .refuses("emoji copy cat --domain a.example --category ''", "--category is empty"),
            .takes("emoji refresh"),
            .takes(
                "emoji refresh --domain a.example --match cat --force",
                ["domain": "a.example", "match": "cat", "force": "true"]),
            .refuses("emoji refresh --domain ''", "--domain is empty"),
            .takes("emoji purge"),
            .takes("emoji purge --remote_only", ["remoteOnly": "true"]),
            .takes(
                "emoji purge --suspended-only --domain a.example", ["suspendedOnly": "true", "domain": "a.example"]),
            .refuses("emoji purge --remote-only --suspended-only", "exclude each other"),
            .refuses("emoji purge --domain ''", "--domain is empty"),
        ])
}
