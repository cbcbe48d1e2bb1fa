extension ParseTable {
    static let nounless = ParseTable(
        "commands without a noun",
        [
            .takes("apply plan.json", ["plan": "plan.json"]),
            .takes("apply plan.json --via api", ["via": "api"]),
            .refuses("apply", "Missing expected argument '<file>'"),
            .takes("instance show"),
            .takes("instance report --month 2026-10", ["month": "2026-10"]),
            .refuses("instance report", "Missing expected argument '--month <yyyy-mm>'"),
            .refuses("instance report --month 2026-13", "'2026-13' is no month such as 2026-10"),
            .takes("login", ["scopes": "read:accounts admin:read admin:write"]),
            .takes("login --token-file token --scopes admin:read", ["tokenFile": "token", "scopes": "admin:read"]),
            .takes("login --open", ["open": "true"]),
            .refuses("login --token-file token --open", "--token-file needs no page to --open"),
            .refuses("login --scopes ' , '", "--scopes must name a scope"),
            .takes("logout"),
            .takes("logout --force", ["force": "true"]),
            .takes("version"),
            .takes("version --instance", ["instance": "true"]),
        ])
}
