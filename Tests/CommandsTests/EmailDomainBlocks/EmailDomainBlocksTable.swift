extension ParseTable {
    static let emailDomainBlocks = ParseTable(
        "email-domain-blocks",
        [
            .takes("email-domain-blocks add mail.example", ["domains": "mail.example"]),
            .takes(
                "email-domain-blocks add mail.example --with-dns-records --allow-with-approval --resolver 127.0.0.1:5353",
                ["resolver": "127.0.0.1:5353", "allowWithApproval": "true", "withDnsRecords": "true"]),
            .takes(
                "email-domain-blocks add --from list.txt --via api --as moddy",
                ["domains": "", "from": "list.txt", "via": "api", "moderator": "moddy"]),
            .refuses("email-domain-blocks add", "name at least one domain, or give --from"),
            .refuses(
                "email-domain-blocks add mail.example --resolver 127.0.0.1", "--resolver goes with --with-dns-records"),
            .takes("email-domain-blocks export"),
            .takes("email-domain-blocks export --only-blocked", ["onlyBlocked": "true"]),
            .takes("email-domain-blocks export --only-with-approval", ["onlyWithApproval": "true"]),
            .refuses(
                "email-domain-blocks export --only-blocked --only-with-approval",
                "--only-blocked and --only-with-approval exclude each other"),
            .takes("email-domain-blocks import list.txt", ["file": "list.txt"]),
            .takes(
                "email-domain-blocks import list.txt --with-dns-records --allow-with-approval --resolver 127.0.0.1 --via direct --as moddy",
                [
                    "resolver": "127.0.0.1", "via": "direct", "moderator": "moddy", "allowWithApproval": "true",
                    "withDnsRecords": "true",
                ]),
            .takes("email-domain-blocks import list.txt --skip-bad", ["skipBad": "true"]),
            .refuses("email-domain-blocks import", "Missing expected argument '<file>'"),
            .takes("email-domain-blocks list"),
            .takes("email-domain-blocks list --only-blocked", ["onlyBlocked": "true"]),
            .takes("email-domain-blocks list --only-with-approval", ["onlyWithApproval": "true"]),
            .refuses("email-domain-blocks list --only-blocked --only-with-approval", "exclude each other"),
            .takes("email-domain-blocks remove mail.example", ["domains": "mail.example"]),
            .takes(
                "email-domain-blocks remove --from list.txt --via api --as moddy",
                ["domains": "", "from": "list.txt", "via": "api", "moderator": "moddy"]),
            .refuses("email-domain-blocks remove", "name at least one domain, or give --from"),
        ])
}
