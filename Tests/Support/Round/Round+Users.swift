import Model

extension Round {
    /// What tootctl does to users.
    static let users = Round(
        name: "users",
        errands: [
            Errand(
                "accounts create", ["roundling", "--email", "roundling@mail.example", "--no-mx"],
                changes: ["accounts", "users"], hasNoLock: true,
                wrong: [
                    (["{user}", "--email", "x@mail.example", "--no-mx"], 65), (["new", "--email", "nope"], 65),
                    (["new", "--email", "x@mail.example", "--role", "King"], 66), (["new"], 64),
                ]
            ).changing(["accounts", "keypairs", "users"], since: .v4_7),
            Errand(
                "accounts modify", ["{user}", "--role", "Moderator", "--disable"], changes: ["users"], hasNoLock: true,
                wrong: [
                    (["nobody_of_that_name"], 66), (["{remote account}"], 66), (["{user}", "--role", "King"], 66),
                    (["{user}", "--email", "nope"], 65),
                ]),
            Errand(
                "accounts approve", ["{pending user}"], changes: ["users"], hasNoLock: true,
                wrong: [(["nobody_of_that_name"], 66), (["{remote account}"], 66), ([], 64)]),
            Errand(
                "accounts rotate", ["{user}"], changes: ["accounts"],
                wrong: [(["nobody_of_that_name"], 66), (["{remote account}"], 66), ([], 64)]
            ).changing(["keypairs"], since: .v4_7),
            Errand(
                "accounts backup", ["{user}"], changes: ["backups"], hasNoLock: true,
                wrong: [(["nobody_of_that_name"], 66), (["{remote account}"], 66)]),
        ])

    /// Who follows whom, and who is whom.
    static let relations = Round(
        name: "relations",
        errands: [
            Errand(
                "accounts follow", ["{user}"], changes: ["follows", "account_stats"], mayChange: ["follow_requests"],
                wrong: [(["nobody_of_that_name"], 66), (["{remote account}"], 65), (["{ambiguous}"], 65)]),
            Errand(
                "accounts unfollow", ["{user}"], changes: ["follows", "account_stats"],
                mayChange: ["account_pins", "follow_requests", "list_accounts"],
                wrong: [(["nobody_of_that_name"], 66), (["{ambiguous}"], 65)]),
            Errand(
                "accounts reset-relationships", ["{follower}", "--follows"], changes: ["follows", "account_stats"],
                mayChange: ["account_pins", "follow_requests", "list_accounts"],
                wrong: [
                    (["nobody_of_that_name", "--follows"], 66), (["{remote account}", "--follows"], 65),
                    (["{follower}"], 64),
                ]),
            Errand(
                "accounts merge", ["{remote account}", "{other remote account}", "--force"], changes: ["accounts"],
                mayChange: belongings.union(["account_stats", "account_warnings"]),
                wrong: [(["nobody_of_that_name@far.example", "{remote account}"], 66)]),
            Errand("accounts prune", changes: ["accounts"], mayChange: belongings.union(["account_stats"])),
        ])
}
