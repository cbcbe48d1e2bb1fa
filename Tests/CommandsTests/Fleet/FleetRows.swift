extension ParseTable {
    static let fleet = ParseTable(
        "fleet",
        [
            .takes("fleet list all", ["selection": "all"]),
            .takes("fleet list 'tag:hosted !eu'", ["selection": "tag:hosted !eu"]),
            .takes(
                "fleet list all --inventory hosts --format ansible-ini", ["inventories": "hosts", "format": "own ini"]),
            .refuses("fleet list '!'", "a `!` stands alone in the selection"),
            .takes("fleet list", [:]),
            .refuses("fleet list colour:red", "is no word of a selection"),
        ],
        [
            .takes(
                "fleet run all -- doctor --fast",
                ["selection": "all", "words": "doctor --fast", "parallel": "8", "timeLimit": "900.0 seconds"]),
            .takes(
                "fleet run all --parallel 2 --time-limit 30s --canary 3 --out there -- doctor --fast",
                ["parallel": "2", "timeLimit": "30.0 seconds", "canary": "3", "out": "there"]),
            .takes(
                "fleet run all --inventory hosts --inventory kubernetes:main -- doctor --fast",
                ["inventories": "hosts kubernetes:main"]),
            .refuses("fleet run -- doctor", "Missing expected argument '<selection>'"),
            .refuses("fleet run all", "name the command behind --"),
            .refuses("fleet run all -- accounts shwo", "unknown command 'shwo'"),
            .refuses("fleet run all -- accounts list --colour-of-hair", "accounts list: Unknown option"),
            .takes("fleet run all -- accounts list --help", ["words": "accounts list --help"]),
            .refuses("fleet run all -- fleet list all", "a fleet runs no fleet"),
            .refuses("fleet run all -- doctor --profile=a", "says which server is meant, which the fleet does"),
            .refuses("fleet run all --canary 0 -- doctor", "--canary must be at least 1"),
            .refuses("fleet run all --parallel 0 -- doctor", "--parallel must be from 1 to 200"),
            .refuses("fleet run all --time-limit 0 -- doctor", "--time-limit must be more than nothing"),
        ],
        [
            .takes(
                "fleet plan all --out there -- domain-blocks sync a.toml",
                [
                    "selection": "all", "out": "there", "words": "domain-blocks sync a.toml", "parallel": "8",
                    "timeLimit": "900.0 seconds",
                ]),
            .takes(
                "fleet plan all --out there --parallel 2 --time-limit 30s -- domain-blocks sync a.toml",
                ["parallel": "2", "timeLimit": "30.0 seconds"]),
            .takes(
                "fleet plan all --out there --inventory hosts -- domain-blocks sync a.toml", ["inventories": "hosts"]),
            .refuses("fleet plan all --out there -- rules list", "`rules list` is no change that can be planned"),
            .refuses("fleet plan all --out there -- rules remove 1 --yes", "--yes is for fleet apply to say"),
            .takes("fleet plan all --out there -- rules remove 1", ["words": "rules remove 1"]),
            .takes("fleet plan all --out there -- domain-blocks plan a.toml", ["words": "domain-blocks plan a.toml"]),
            .refuses("fleet plan all -- domain-blocks sync a.toml", "Missing expected argument '--out <directory>'"),
            .refuses(
                "fleet plan all --out a -- accounts suspend a --plan-out b", "where the plans go is said by --out"),
        ],
        [
            .takes("fleet apply there", ["plans": "there", "parallel": "8", "timeLimit": "900.0 seconds"]),
            .takes("fleet apply there --inventory kubernetes:main/shop", ["inventories": "kubernetes:main/shop"]),
            .takes("fleet apply there --yes --dry-run", ["yes": "true", "dryRun": "true"]),
            .takes("fleet apply there --parallel 2 --time-limit 30s", ["parallel": "2", "timeLimit": "30.0 seconds"]),
        ],
        [
            .takes(
                "fleet audit all", ["selection": "all", "limit": "1000", "parallel": "8", "timeLimit": "900.0 seconds"]),
            .takes("fleet audit all --since 7d --by erik --limit 5", ["since": "7d", "by": "erik", "limit": "5"]),
            .takes("fleet audit all --parallel 2 --time-limit 30s", ["parallel": "2", "timeLimit": "30.0 seconds"]),
            .takes("fleet audit all --inventory hosts", ["inventories": "hosts"]),
            .refuses("fleet audit all --limit 0", "--limit must be from 1 to 1000000"),
            .refuses("fleet audit all --since soon", "--since is no time and no duration"),
        ],
        [
            .takes(
                "fleet report all --month 2026-10",
                ["selection": "all", "month": "2026-10", "parallel": "8", "timeLimit": "900.0 seconds"]),
            .takes(
                "fleet report all --month 2026-10 --format csv --parallel 2 --time-limit 30s",
                ["format": "own csv", "parallel": "2", "timeLimit": "30.0 seconds"]),
            .takes("fleet report all --month 2026-10 --inventory hosts", ["inventories": "hosts"]),
            .refuses("fleet report all", "Missing expected argument '--month <yyyy-mm>'"),
            .refuses("fleet report all --month 2026-13", "'2026-13' is no month such as 2026-10"),
        ],
        [
            .takes(
                "fleet drift all --declared fleet.toml",
                ["selection": "all", "declared": "fleet.toml", "parallel": "8", "timeLimit": "900.0 seconds"]),
            .takes(
                "fleet drift all --declared a.toml --parallel 2 --time-limit 30s",
                ["declared": "a.toml", "parallel": "2", "timeLimit": "30.0 seconds"]),
            .takes("fleet drift all --declared fleet.toml --inventory hosts", ["inventories": "hosts"]),
            .refuses("fleet drift all", "Missing expected argument '--declared <file>'"),
        ],
        [
            .takes(
                "fleet offboard shop",
                ["server": "shop", "notice": "90", "keep": "7", "timeLimit": "86400.0 seconds"]),
            .takes(
                "fleet offboard shop --to there --notice 30 --keep 14 --yes",
                ["to": "there", "notice": "30", "keep": "14", "yes": "true"]),
            .takes(
                "fleet offboard shop --to there --inventory hosts.yml", ["to": "there", "inventories": "hosts.yml"]),
            .takes("fleet offboard shop --copy there", ["copy": "there"]),
            .takes("fleet offboard shop --receipt abc", ["receipt": "abc"]),
            .takes(
                "fleet offboard shop --to there --dry-run --time-limit 1h",
                ["to": "there", "dryRun": "true", "timeLimit": "3600.0 seconds"]),
            .refuses(
                "fleet offboard shop --to a --receipt b", "--to, --copy and --receipt exclude each other"),
            .refuses("fleet offboard shop --inventory hosts.yml", "--inventory is where --to finds the server"),
            .refuses("fleet offboard shop --dry-run", "--dry-run tells what --to would do"),
            .refuses("fleet offboard shop --notice 4000", "--notice and --keep must be from 0 to 3650"),
            .refuses("fleet offboard shop --time-limit 0", "--time-limit must be more than nothing"),
        ])
}
