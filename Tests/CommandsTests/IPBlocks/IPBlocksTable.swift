extension ParseTable {
    static let ipBlocks = ParseTable(
        "ip-blocks",
        [
            .takes("ip-blocks add 192.0.2.1 --severity no-access", ["addresses": "192.0.2.1", "severity": "noAccess"]),
            .takes(
                "ip-blocks add 192.0.2.0/24 2001:db8::/32 --severity sign-up-block -c 'a flood' -d 3600",
                [
                    "addresses": "192.0.2.0/24 2001:db8::/32", "comment": "a flood", "duration": "3600",
                    "severity": "signUpBlock",
                ]),
            .takes(
                "ip-blocks add --from list.txt --severity no_access --comment x --duration 2d --force --via direct --as moddy",
                [
                    "addresses": "", "from": "list.txt", "comment": "x", "via": "direct", "moderator": "moddy",
                    "force": "true", "duration": "172800",
                ]),
            .takes(
                "ip-blocks add 10.0.0.1 --severity no_access --allow-lockout",
                ["addresses": "10.0.0.1", "allowLockout": "true"]),
            .refuses("ip-blocks add --severity no_access", "name at least one IP address, or give --from"),
            .refuses("ip-blocks add 192.0.2.1", "Missing expected argument '--severity <severity>'"),
            .refuses("ip-blocks add 192.0.2.1 --severity no-access --duration never", "is invalid for"),
            .takes("ip-blocks export"),
            .takes(
                "ip-blocks export --severity no-access --severity sign-up-block --active -f nginx",
                ["severity": "noAccess signUpBlock", "active": "true", "format": "own nginx"]),
            .takes("ip-blocks import list.txt", ["file": "list.txt", "severity": "noAccess"]),
            .takes(
                "ip-blocks import list.txt --severity sign-up-requires-approval --comment x --duration 1w -f --via direct --as moddy",
                [
                    "comment": "x", "via": "direct", "moderator": "moddy", "duration": "604800",
                    "severity": "signUpRequiresApproval", "force": "true",
                ]),
            .takes("ip-blocks import list.txt --force", ["force": "true"]),
            .takes(
                "ip-blocks import list.txt --skip-bad --allow-lockout", ["skipBad": "true", "allowLockout": "true"]),
            .refuses("ip-blocks import", "Missing expected argument '<file>'"),
            .takes("ip-blocks list"),
            .takes(
                "ip-blocks list --severity no-access --expired --covering 192.0.2.7",
                ["expired": "true", "severity": "noAccess", "covering": "192.0.2.7/32"]),
            .takes("ip-blocks list --expiring 7d", ["expiring": "604800.0 seconds"]),
            .refuses("ip-blocks list --expired --expiring 7d", "--expired and --expiring exclude each other"),
            .refuses(
                "ip-blocks list --covering example.org", "The value 'example.org' is invalid for '--covering <ip>'"),
            .takes("ip-blocks remove 192.0.2.1", ["addresses": "192.0.2.1"]),
            .takes(
                "ip-blocks remove --from list.txt --force --via direct --as moddy",
                ["addresses": "", "from": "list.txt", "via": "direct", "moderator": "moddy", "force": "true"]),
            .refuses("ip-blocks remove", "name at least one IP address, or give --from"),
        ])
}
