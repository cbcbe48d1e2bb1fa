extension ParseTable {
    static let usernameBlocks = ParseTable(
        "username-blocks",
        [
            .takes("username-blocks add admin", ["names": "admin"]),
            .takes(
                "username-blocks add admin support --contains --allow-with-approval --force",
                ["names": "admin support", "contains": "true", "force": "true", "allowWithApproval": "true"]),
            .takes(
                "username-blocks add --from list.txt -f --via direct --as moddy",
                ["names": "", "from": "list.txt", "via": "direct", "moderator": "moddy", "force": "true"]),
            .refuses("username-blocks add", "name at least one user name, or give --from"),
            .takes("username-blocks import names.txt", ["file": "names.txt"]),
            .takes(
                "username-blocks import names.txt --contains --allow-with-approval --skip-bad --via direct --as moddy",
                [
                    "contains": "true", "allowWithApproval": "true", "skipBad": "true", "via": "direct",
                    "moderator": "moddy",
                ]),
            .refuses("username-blocks import", "Missing expected argument '<file>'"),
            .takes("username-blocks list"),
            .takes("username-blocks remove admin", ["names": "admin"]),
            .takes(
                "username-blocks remove --from list.txt --via direct --as moddy",
                ["names": "", "from": "list.txt", "via": "direct", "moderator": "moddy"]),
            .refuses("username-blocks remove", "name at least one user name, or give --from"),
        ])
}
