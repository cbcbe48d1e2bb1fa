extension ParseTable {
    static let emailSubscriptions = ParseTable(
        "email-subscriptions",
        [
            .takes("email-subscriptions list"),
            .takes("email-subscriptions list --account alice", ["account": "local alice"]),
            .takes("email-subscriptions unsubscribe a@b.example", ["addresses": "a@b.example"]),
            .takes(
                "email-subscriptions unsubscribe a@b.example 7 --via direct --as moddy",
                ["addresses": "a@b.example 7", "via": "direct", "moderator": "moddy"]),
            .refuses("email-subscriptions unsubscribe", "Missing expected argument"),
        ])
}
