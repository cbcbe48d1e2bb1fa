extension ParseTable {
    static let media = ParseTable(
        "media",
        [
            .takes("media remove", ["days": "7.0"]),
            .takes(
                "media remove -d 14 --keep-interacted --type image --type video",
                ["type": "image video", "days": "14.0", "keepInteracted": "true"]),
            .takes(
                "media remove --days 0.5 --domain example.org --domain example.com --except-domain a.example",
                ["days": "0.5", "exceptDomain": "a.example", "domain": "example.org example.com"]),
            .takes(
                "media remove --prune-profiles --include-follows --larger-than 1MB --max-size 50GB",
                ["pruneProfiles": "true", "largerThan": "1.00 MB", "maxSize": "50.0 GB", "includeFollows": "true"]),
            .takes(
                "media remove --remove_headers --include_follows --until-free 10GiB --shard 2/4",
                [
                    "removeHeaders": "true", "shard": "Shard(number: 2, count: 4)", "untilFree": "10.7 GB",
                    "includeFollows": "true",
                ]),
            .refuses(
                "media remove --prune-profiles --remove-headers",
                "--prune-profiles and --remove-headers exclude each other"),
            .refuses(
                "media remove --include-follows", "--include-follows goes with --prune-profiles or --remove-headers"),
            .refuses(
                "media remove --prune-profiles --keep-interacted",
                "--keep-interacted and --type are about media attachments"),
            .refuses(
                "media remove --remove-headers --type image", "--keep-interacted and --type are about media attachments"
            ),
            .refuses("media remove --days=-1", "The value '-1' is invalid for '--days <days>'"),
            .refuses("media remove --shard 5/4", "The value '5/4' is invalid"),
            .takes("media remove-orphans", ["minAge": "86400.0 seconds"]),
            .takes(
                "media remove-orphans --start-after a/b --prefix cache/ --fix-permissions --min-age 2h",
                ["startAfter": "a/b", "prefix": "cache/", "fixPermissions": "true", "minAge": "7200.0 seconds"]),
            .takes(
                "media remove-orphans --quarantine quarantine/2026 --listing inventory.csv",
                ["quarantine": "quarantine/2026", "listing": "inventory.csv"]),
            .refuses("media remove-orphans --quarantine /../x", "--quarantine:"),
            .refuses(
                "media remove-orphans --listing a.csv --start-after b",
                "--start-after needs a listing in order, which --listing need not be"),
            .takes("media restore-quarantine quarantine/2026", ["prefix": "quarantine/2026"]),
            .refuses("media restore-quarantine /", "prefix:"),
            .takes("media usage", ["top": "20"]),
            .takes("media usage --by domain --top 5 --inventory", ["by": "domain", "top": "5", "inventory": "true"]),
            .refuses("media usage --top 0", "--top must be from 1 to 100000"),
            .takes(
                "media lookup https://files.example/media_attachments/files/1/original/a.png",
                ["url": "https://files.example/media_attachments/files/1/original/a.png"]),
            .refuses("media lookup", "Missing expected argument '<url>'"),
            .takes("media list", [:]),
            .takes("media list --local --kind avatar --kind emoji", ["local": "true", "kind": "avatar emoji"]),
            .takes(
                "media move --to s3:cold --only local --only preview-cards",
                ["to": "bucket cold", "only": "local previewCards"]),
            .takes(
                "media move --from fs:/srv/media --to fs:/mnt/media --remove-source",
                ["from": "folder /srv/media", "to": "folder /mnt/media", "only": "", "removeSource": "true"]),
            .refuses("media move", "say where to: --to, or --from after the switch"),
            .refuses("media move --to ftp:x", "The value 'ftp:x' is invalid"),
            .takes("media acl repair", [:]),
            .takes(
                "media acl repair --prefix accounts/ --start-after accounts/a",
                ["prefix": "accounts/", "startAfter": "accounts/a"]),
            .takes("media verify", ["top": "20"]),
            .takes(
                "media verify --kind avatar --domain example.org --styles --top 0 --fix",
                ["kind": "avatar", "domain": "example.org", "top": "0", "styles": "true", "fix": "true"]),
            .refuses("media verify --top=-1", "--top must be from 0 to 1000000"),
            .takes(
                "media refresh --account bob@example.org",
                ["account": "bob@example.org", "wait": "true", "queueLimit": "1000"]),
            .takes(
                "media refresh --domain example.org --days 7 --force",
                ["account": "", "domain": "example.org", "force": "true", "days": "7.0"]),
            .takes(
                "media refresh --status 12 --no-wait --queue-limit 5",
                ["account": "", "wait": "", "status": "12", "queueLimit": "5"]),
            .takes("media refresh -d 1 --wait", ["account": "", "days": "1.0"]),
            .refuses("media refresh", "say whose media: --account, --domain, --status or --days"),
            .refuses(
                "media refresh --status 1 --domain example.org", "--account, --domain and --status exclude each other"),
            .refuses("media refresh --days=-1", "--days must be zero or more"),
            .refuses("media refresh --domain ''", "--domain is empty"),
            .refuses("media refresh --days 1 --queue-limit 0", "--queue-limit must be from 1 to 100000"),
        ])
}
