extension ParseTable {
    static let settings = ParseTable(
        "settings",
        [
            .takes("settings get site_title", ["name": "site_title"]),
            .takes("settings list"),
            .takes("settings list --changed", ["changed": "true"]),
            .takes("settings set site_title Us", ["name": "site_title", "value": "Us"]),
            .takes("settings set site_title --from title.txt", ["value": "", "from": "title.txt"]),
            .refuses("settings set site_title", "say what it is to be: a value, or a file with --from"),
            .takes("settings registrations approved"),
            .takes("settings registrations approved --require-reason", ["requiresReason": "true"]),
            .takes("settings registrations approved --no-require-reason", ["requiresReason": "false"]),
            .takes("settings registrations approved --require-invite-text", ["requiresReason": "true"]),
            .takes("settings registrations approved --no-require-invite-text", ["requiresReason": "false"]),
            .takes("settings registrations close"),
            .takes("settings registrations open"),
        ])
}
