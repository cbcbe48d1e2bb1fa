import Model

extension Round {
    static let accounts = Round(
        name: "accounts",
        errands: [
            Errand(
                "accounts delete", ["{user}"], changes: ["accounts", "users", "account_stats"],
                wrong: [(["nobody_of_that_name"], 66), (["{remote account}"], 65)])
        ])
}
