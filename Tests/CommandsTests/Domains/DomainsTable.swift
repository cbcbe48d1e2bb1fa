extension ParseTable {
    static let domains = ParseTable(
        "domains",
        [
            .takes("domains clear-errors example.org", ["domains": "example.org"]),
            .takes("domains clear-errors example.org --via direct", ["via": "direct"]),
            .refuses("domains clear-errors", "Missing expected argument"),
            .takes("domains crawl", ["limit": "100000", "concurrency": "50"]),
            .takes(
                "domains crawl one.example -c 5 -x --limit 10 --deadline 90s",
                [
                    "start": "one.example", "concurrency": "5", "limit": "10", "deadline": "90.0 seconds",
                    "excludeSuspended": "true",
                ]),
            .takes(
                "domains crawl --concurrency 200 --exclude-suspended -f domains",
                ["concurrency": "200", "excludeSuspended": "true", "format": "own domains"]),
            .refuses("domains crawl --concurrency 0", "--concurrency must be from 1 to 200"),
            .refuses("domains crawl --limit=-1", "--limit must be zero or more"),
            .takes("domains list", ["sort": "accounts"]),
            .takes(
                "domains list --blocked --unavailable --sort media --limit 4",
                ["sort": "media", "limit": "4", "blocked": "true", "unavailable": "true"]),
            .refuses("domains list --limit=-1", "--limit must be zero or more"),
            .takes("domains purge example.org", ["domains": "example.org", "wait": "true"]),
            .takes(
                "domains purge example.org example.com --include-subdomains --by-uri --purge-domain-blocks --subdomain-emoji",
                [
                    "domains": "example.org example.com", "subdomainEmoji": "true", "byUri": "true",
                    "includeSubdomains": "true", "purgeDomainBlocks": "true",
                ]),
            .takes(
                "domains purge --limited-federation-mode --no-wait --via jobs",
                ["domains": "", "wait": "", "via": "jobs", "limitedFederationMode": "true"]),
            .takes("domains purge example.org --wait"),
            .refuses("domains purge", "say which domains"),
            .refuses(
                "domains purge example.org --limited-federation-mode", "--limited-federation-mode takes no domains"),
            .refuses("domains purge '*.'", "'*.' is no domain"),
            .takes("domains resume-delivery example.org", ["domains": "example.org"]),
            .takes(
                "domains resume-delivery example.org --via direct --as moddy", ["via": "direct", "moderator": "moddy"]),
            .refuses("domains resume-delivery", "Missing expected argument"),
            .takes("domains show example.org", ["domain": "example.org"]),
            .takes("domains show example.org --fetch", ["fetch": "true"]),
            .refuses("domains show", "Missing expected argument '<domain>'"),
            .takes("domains stop-delivery example.org", ["domains": "example.org"]),
            .takes(
                "domains stop-delivery example.org --via direct --as moddy", ["via": "direct", "moderator": "moddy"]),
            .refuses("domains stop-delivery", "Missing expected argument"),
        ])
}
