extension ParseTable {
    static let domainBlocks = ParseTable(
        "domain-blocks",
        [
            .takes(
                "domain-blocks add example.org",
                ["domains": "example.org", "queueLimit": "1000", "wait": "true", "severity": "silence"]),
            .takes(
                "domain-blocks add example.org example.com --severity suspend --reject-media --reject-reports --obfuscate",
                [
                    "domains": "example.org example.com", "severity": "suspend", "rejectMedia": "true",
                    "obfuscate": "true", "rejectReports": "true",
                ]),
            .takes(
                "domain-blocks add example.org --public-comment 'spam, all of it' --private-comment seen",
                ["publicComment": "spam, all of it", "privateComment": "seen"]),
            .takes(
                "domain-blocks add example.org --no-wait --queue-limit 9 --via jobs --as moddy",
                ["wait": "", "queueLimit": "9", "via": "jobs", "moderator": "moddy"]),
            .takes("domain-blocks add example.org --wait"),
            .takes(
                "domain-blocks add co.uk com --allow-domain co.uk --allow-domain com",
                ["domains": "co.uk com", "allowDomain": "co.uk com"]),
            .refuses(
                "domain-blocks add example.org --severity harsh",
                "The value 'harsh' is invalid for '--severity <severity>'"),
            .refuses("domain-blocks add example.org --queue-limit 0", "--queue-limit must be from 1 to 100000"),
            .takes("domain-blocks drift list.toml", ["list": "list.toml"]),
            .takes("domain-blocks drift list.toml --allow-domain co.uk", ["allowDomain": "co.uk"]),
            .refuses("domain-blocks drift", "Missing expected argument '<list>'"),
            .takes("domain-blocks export", ["dialect": "mastodon"]),
            .takes(
                "domain-blocks export --dialect json --private-comments --all",
                ["dialect": "json", "privateComments": "true", "all": "true"]),
            .refuses("domain-blocks export --dialect xml", "The value 'xml' is invalid for '--dialect <dialect>'"),
            .takes(
                "domain-blocks import list.csv",
                ["file": "list.csv", "severity": "suspend", "queueLimit": "1000", "maxSeverity": "suspend"]),
            .takes(
                "domain-blocks import list.csv --severity silence --max-severity noop --overwrite --prefix 'from a list' --skip-bad",
                [
                    "severity": "silence", "maxSeverity": "noop", "prefix": "from a list", "overwrite": "true",
                    "skipBad": "true",
                ]),
            .takes(
                "domain-blocks import list.csv --queue-limit 5 --via api --as moddy",
                ["queueLimit": "5", "via": "api", "moderator": "moddy"]),
            .takes("domain-blocks import list.csv --allow-domain co.uk", ["allowDomain": "co.uk"]),
            .refuses("domain-blocks import", "Missing expected argument '<file>'"),
            .takes("domain-blocks list"),
            .takes(
                "domain-blocks list --severity suspend --severity noop --match EXAMPLE --limit 3",
                ["match": "EXAMPLE", "limit": "3", "severity": "suspend noop"]),
            .takes("domain-blocks list --where severity:noop", ["query": "severity:noop"]),
            .refuses("domain-blocks list --where severity:harsh", "--where: 'harsh' is no value of severity"),
            .refuses("domain-blocks list --where ''", "--where says nothing"),
            .refuses("domain-blocks list --limit=-3", "--limit must be zero or more"),
            .takes("domain-blocks plan list.toml", ["list": "list.toml"]),
            .takes(
                "domain-blocks plan list.toml --all --plan-out plan.json --as moddy",
                ["planOut": "plan.json", "moderator": "moddy", "all": "true"]),
            .takes("domain-blocks plan list.toml --allow-domain co.uk", ["allowDomain": "co.uk"]),
            .refuses("domain-blocks plan", "Missing expected argument '<list>'"),
            .takes("domain-blocks remove example.org", ["domains": "example.org"]),
            .takes(
                "domain-blocks remove example.org --via direct --as moddy", ["via": "direct", "moderator": "moddy"]),
            .takes(
                "domain-blocks remove --from list.csv --skip-bad",
                ["domains": "", "from": "list.csv", "skipBad": "true"]),
            .takes(
                "domain-blocks remove --where 'private-comment:~\"import 2026-11\"'",
                ["domains": "", "query": "private-comment:~\"import 2026-11\""]),
            .refuses("domain-blocks remove", "name at least one domain, or give --from or --where"),
            .refuses("domain-blocks remove --where ' '", "--where says nothing"),
            .refuses("domain-blocks remove example.org --skip-bad", "--skip-bad goes with --from"),
            .takes(
                "domain-blocks repair",
                ["accounts": "true", "minAge": "3600.0 seconds", "queueLimit": "1000", "wait": "true"]),
            .takes(
                "domain-blocks repair --min-age 2h --no-accounts --no-wait --queue-limit 3 --via jobs",
                ["accounts": "", "wait": "", "queueLimit": "3", "via": "jobs", "minAge": "7200.0 seconds"]),
            .takes("domain-blocks repair --accounts --wait"),
            .refuses("domain-blocks repair --min-age soon", "The value 'soon' is invalid for '--min-age <duration>'"),
            .takes("domain-blocks show example.org", ["domain": "example.org"]),
            .refuses("domain-blocks show", "Missing expected argument '<domain>'"),
            .takes("domain-blocks sync list.toml", ["list": "list.toml", "queueLimit": "1000"]),
            .takes(
                "domain-blocks sync list.toml --max-changes 10 --max-removals 5% --queue-limit 7 --plan-out plan.json",
                ["maxChanges": "10", "queueLimit": "7", "planOut": "plan.json", "maxRemovals": "0.05"]),
            .takes(
                "domain-blocks sync list.toml --max-removals 0.5 --via api --as moddy",
                ["maxRemovals": "0.5", "via": "api", "moderator": "moddy"]),
            .takes("domain-blocks sync list.toml --allow-domain co.uk", ["allowDomain": "co.uk"]),
            .refuses("domain-blocks sync list.toml --max-changes=-1", "--max-changes must be zero or more"),
            .refuses("domain-blocks sync list.toml --max-removals 101%", "The value '101%' is invalid"),
            .takes(
                "domain-blocks update example.org --severity noop",
                ["domains": "example.org", "severity": "noop", "wait": "true", "queueLimit": "1000"]),
            .takes(
                "domain-blocks update example.org --reject-media --no-reject-reports --obfuscate",
                ["severity": "", "obfuscate": "true", "rejectReports": "false", "rejectMedia": "true"]),
            .takes(
                "domain-blocks update example.org --no-reject-media --reject-reports --no-obfuscate",
                ["severity": "", "rejectReports": "true", "rejectMedia": "false", "obfuscate": "false"]),
            .takes(
                "domain-blocks update example.org --public-comment 'why' --private-comment '' --via direct --as moddy",
                ["severity": "", "publicComment": "why", "privateComment": "''", "via": "direct", "moderator": "moddy"]),
            .takes(
                "domain-blocks update example.org --severity noop --no-wait --queue-limit 2",
                ["wait": "", "queueLimit": "2"]),
            .takes("domain-blocks update example.org --severity noop --wait"),
            .refuses("domain-blocks update example.org", "say what to change, such as --severity"),
        ])
}
