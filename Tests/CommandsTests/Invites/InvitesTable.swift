extension ParseTable {
    static let invites = ParseTable(
        "invites",
        [
            .takes("invites expire Ab3dEf9h", ["codes": "Ab3dEf9h"]),
            .takes(
                "invites expire --all --via direct --as moddy",
                ["codes": "", "all": "true", "via": "direct", "moderator": "moddy"]),
            .refuses("invites expire", "name invites by their codes, or give --all"),
            .takes("invites list"),
            .takes("invites list --open --by alice", ["open": "true", "by": "local alice"]),
        ])
}
