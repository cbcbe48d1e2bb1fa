extension ParseTable {
    static let mail = ParseTable(
        "mail",
        [
            .takes("mail check"), .takes("mail check --bulk", ["bulk": "true"]),
            .takes("mail test a@b.example --bulk", ["address": "a@b.example", "bulk": "true"]),
            .refuses("mail test", "Missing expected argument '<address>'"),
            .refuses("mail test nobody", "an address is one such as admin@example.org"),
            .refuses("mail test '<a@b.example>'", "an address is one such as admin@example.org"),
        ])
}
