extension ParseTable {
    static let canonicalEmailBlocks = ParseTable(
        "canonical-email-blocks",
        [
            .takes("canonical-email-blocks add alice@mail.example", ["emails": "alice@mail.example"]),
            .takes(
                "canonical-email-blocks add --from hashes.txt --via api --as moddy",
                ["emails": "", "from": "hashes.txt", "via": "api", "moderator": "moddy"]),
            .refuses("canonical-email-blocks add", "name at least one e-mail address, or give --from"),
            .takes(
                "canonical-email-blocks find alice@mail.example bob@mail.example",
                ["emails": "alice@mail.example bob@mail.example"]),
            .takes("canonical-email-blocks find --from -", ["emails": "", "from": "-"]),
            .refuses("canonical-email-blocks find", "name at least one e-mail address, or give --from"),
            .takes("canonical-email-blocks list"),
            .takes("canonical-email-blocks remove alice@mail.example", ["emails": "alice@mail.example"]),
            .takes(
                "canonical-email-blocks remove --from hashes.txt --via direct --as moddy",
                ["emails": "", "from": "hashes.txt", "via": "direct", "moderator": "moddy"]),
            .refuses("canonical-email-blocks remove", "name at least one e-mail address, or give --from"),
        ])
}
