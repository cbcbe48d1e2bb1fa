extension ParseTable {
    static let accounts = ParseTable(
        "accounts",
        acting("accounts desensitize"),
        acting("accounts enable"),
        acting("accounts memorialize"),
        acting("accounts reject"),
        acting("accounts revoke-sessions"),
        acting("accounts unsilence"),
        acting("accounts unsuspend"),
        striking("accounts disable"),
        striking("accounts sensitize"),
        striking("accounts silence"),
        striking("accounts suspend"),
        striking("accounts warn"),
        [
            .takes("accounts notes add alice 'Be nice.'", ["account": "local alice", "text": "Be nice."]),
            .takes(
                "accounts notes add alice 'Be nice.' --via direct --as moddy", ["via": "direct", "moderator": "moddy"]),
            .refuses("accounts notes add alice ' '", "the note has no text"),
            .refuses(
                "accounts notes add alice \(String(repeating: "a", count: 2001))",
                "a note has at most 2000 characters, and this has 2001"),
            .takes("accounts notes list alice", ["account": "local alice"]),
            .takes("accounts notes remove 3", ["ids": "3"]),
            .takes(
                "accounts notes remove 3 4 --via direct --as moddy",
                ["ids": "3 4", "via": "direct", "moderator": "moddy"]),
            .refuses("accounts notes remove", "Missing expected argument '<id> ...'"),
            .takes(
                "accounts clean-posts alice --before 90d",
                [
                    "account": "local alice", "before": "ago 7776000.0 seconds", "keepPinned": "true",
                    "keepDirect": "true",
                ]),
            .takes(
                "accounts clean-posts alice --before 90d --media-only --no-keep-pinned --no-keep-direct --keep-polls",
                ["mediaOnly": "true", "keepPinned": "", "keepDirect": "", "keepPolls": "true"]),
            .takes(
                "accounts clean-posts alice --before 90d --keep-pinned --keep-direct --keep-favourites --keep-bookmarks",
                ["keepFavourites": "true", "keepBookmarks": "true"]),
            .takes(
                "accounts clean-posts alice --before 90d --min-favourites 10 --min-boosts 5 --via jobs",
                ["minFavourites": "10", "minBoosts": "5", "via": "jobs"]),
            .refuses("accounts clean-posts alice --before 90d --min-boosts 0", "--min-boosts must be one or more"),
            .refuses("accounts clean-posts alice", "Missing expected argument '--before <when>'"),
            .takes(
                "accounts dossier alice --legal --out case", ["account": "local alice", "legal": "true", "out": "case"]),
            .refuses("accounts dossier alice --out case", "say with --legal that there is a legal ground for it"),
            .takes("accounts delete-archives alice", ["accounts": "local alice", "olderThan": "0.0 seconds"]),
            .takes(
                "accounts delete-archives --all --older-than 1d",
                ["accounts": "", "all": "true", "olderThan": "86400.0 seconds"]),
            .refuses("accounts delete-archives", "say whose: accounts, or --all"),
            .takes("accounts resend-confirmation carol", ["accounts": "local carol", "every": "1.0 seconds"]),
            .takes(
                "accounts resend-confirmation --since 3d --every 2s --via jobs --as moddy",
                [
                    "accounts": "", "since": "ago 259200.0 seconds", "every": "2.0 seconds", "via": "jobs",
                    "moderator": "moddy",
                ]),
            .refuses("accounts resend-confirmation", "name accounts, or give --since"),
        ],
        [
            .takes("accounts approve alice", ["username": "alice"]),
            .takes("accounts approve --number 10", ["username": "", "number": "10"]),
            .takes("accounts approve -n 0", ["username": "", "number": "0"]),
            .takes(
                "accounts approve --all --as moddy --via direct",
                ["username": "", "moderator": "moddy", "via": "direct", "all": "true"]),
            .refuses("accounts approve", "say whom: a name, --number or --all"),
            .refuses("accounts approve --number=-1", "--number must be zero or more"),
            .refuses("accounts approve alice --via post", "The value 'post' is invalid for '--via <lane>'"),
            .takes("accounts backup alice", ["username": "alice"]),
            .refuses("accounts backup", "Missing expected argument '<username>'"),
            .takes(
                "accounts create alice --email alice@mail.example",
                ["username": "alice", "email": "alice@mail.example", "looksUp": "true"]),
            .takes(
                "accounts create alice --email alice@mail.example --confirmed --approve --role Owner",
                ["role": "Owner", "confirmed": "true", "approve": "true"]),
            .takes(
                "accounts create alice --email alice@mail.example --reattach --force",
                ["reattach": "true", "force": "true"]),
            .takes(
                "accounts create alice --email alice@mail.example --password-file /root/p --show-password",
                ["passwordFile": "/root/p", "showPassword": "true"]),
            .takes(
                "accounts create alice --email alice@mail.example --password-stdin --no-mx",
                ["looksUp": "", "passwordStdin": "true"]),
            .takes(
                "accounts create alice --email alice@mail.example --mx --resolver 127.0.0.1:5353",
                ["resolver": "127.0.0.1:5353"]),
            .refuses("accounts create alice", "Missing expected argument '--email <address>'"),
            .refuses(
                "accounts create alice --email a@b.example --password-stdin --show-password",
                "--password-stdin excludes --show-password and --password-file"),
            .refuses("accounts create alice --email a@b.example --password-file ''", "--password-file is empty"),
            .refuses(
                "accounts create alice --email a@b.example --resolver nowhere", "--resolver must be an IPv4 address"),
            .takes("accounts cull"),
            .takes(
                "accounts cull example.org sub.example.org --once",
                ["domains": "example.org sub.example.org", "once": "true"]),
            .takes("accounts cull --confirm-after 2d", ["confirmAfter": "172800.0 seconds"]),
            .refuses("accounts cull --once --confirm-after 1d", "--once and --confirm-after exclude each other"),
            .refuses(
                "accounts cull --confirm-after=-1d", "The value '-1d' is invalid for '--confirm-after <duration>'"),
            .refuses("accounts cull 'no domain'", "'no domain' is no domain"),
            .takes("accounts delete alice", ["usernames": "alice", "wait": "true"]),
            .takes(
                "accounts delete alice bob --no-wait --via jobs", ["wait": "", "usernames": "alice bob", "via": "jobs"]),
            .takes(
                "accounts delete --email alice@mail.example --wait", ["usernames": "", "email": "alice@mail.example"]),
            .refuses("accounts delete", "say whom: a name, or --email"),
            .refuses("accounts delete alice --email alice@mail.example", "give a name or --email, not both"),
            .refuses("accounts suspend --where ' '", "--where is empty and would mean every account"),
            .refuses("accounts suspend 'not a name'", "no account is called 'not a name'"),
            .refuses("accounts suspend --from", "Missing value for '--from <file>'"),
            .takes("accounts fix-duplicates", ["wait": "true", "queueLimit": "1000"]),
            .takes("accounts fix-duplicates --no-wait --queue-limit 5", ["wait": "", "queueLimit": "5"]),
            .takes("accounts fix-duplicates --wait"),
            .refuses("accounts fix-duplicates --queue-limit 0", "--queue-limit must be from 1 to 100000"),
            .takes("accounts follow news", ["account": "local news"]),
            .refuses("accounts follow", "Missing expected argument '<username>'"),
            .takes("accounts list", ["sort": "id"]),
            .takes(
                "accounts list --where 'origin:remote last-active:>90d' --sort storage --reverse --limit 20",
                ["query": "origin:remote last-active:>90d", "sort": "storage", "limit": "20", "reverse": "true"]),
            .takes(
                "accounts list --local --remote --status pending,active --role Owner --email '*@mail.example'",
                [
                    "status": "pending,active", "role": "Owner", "email": "*@mail.example", "remote": "true",
                    "local": "true",
                ]),
            .takes(
                "accounts list --domain example.org --domain '*.example.com' --email-domain mail.example",
                ["emailDomain": "mail.example", "domain": "example.org *.example.com"]),
            .takes(
                "accounts list --ip 192.0.2.0/24 --created '<7d' --active never",
                ["ip": "192.0.2.0/24", "created": "<7d", "active": "never"]),
            .refuses("accounts list --limit=-1", "--limit must be zero or more"),
            .refuses("accounts list --where 'origin:nowhere'", "--where: 'nowhere' is no value of origin"),
            .refuses("accounts list --status asleep", "--status: 'asleep' is no value of status"),
            .refuses("accounts list --sort age", "The value 'age' is invalid for '--sort <key>'"),
            .takes(
                "accounts merge user@old.example user@new.example",
                ["from": "address user old.example", "to": "address user new.example"]),
            .takes("accounts merge user@old.example user@new.example --force", ["force": "true"]),
            .refuses("accounts merge user@old.example", "Missing expected argument '<to>'"),
            .takes(
                "accounts migrate alice --target alice@new.example",
                ["target": "address alice new.example", "account": "local alice"]),
            .takes("accounts migrate alice --replay -f", ["target": "", "force": "true", "replay": "true"]),
            .takes("accounts migrate alice --replay --force", ["target": "", "force": "true", "replay": "true"]),
            .refuses("accounts migrate alice", "give either --replay or --target"),
            .refuses("accounts migrate alice --replay --target alice@new.example", "give either --replay or --target"),
            .takes("accounts modify alice", ["username": "alice", "looksUp": "true"]),
            .takes(
                "accounts modify alice --role Moderator --email alice@new.example --confirm --enable",
                ["role": "Moderator", "email": "alice@new.example", "enable": "true", "confirm": "true"]),
            .takes(
                "accounts modify alice --remove-role --disable --disable-2fa --approve --as moddy",
                [
                    "moderator": "moddy", "removeRole": "true", "disableSecondFactor": "true", "approve": "true",
                    "disable": "true",
                ]),
            .takes(
                "accounts modify alice --reset-password --show-password --no-mx",
                ["looksUp": "", "showPassword": "true", "resetPassword": "true"]),
            .takes(
                "accounts modify alice --reset-password --password-file /root/p --resolver 127.0.0.1",
                ["passwordFile": "/root/p", "resolver": "127.0.0.1", "resetPassword": "true"]),
            .takes(
                "accounts modify alice --reset-password --password-stdin --mx",
                ["passwordStdin": "true", "resetPassword": "true"]),
            .refuses("accounts modify alice --show-password", "password options need --reset-password"),
            .takes("accounts prune", ["minAge": "0.0"]),
            .takes(
                "accounts prune --min-age 30 --careful --start-after 12",
                ["startAfter": "12", "minAge": "30.0", "careful": "true"]),
            .refuses("accounts prune --min-age=-1", "The value '-1' is invalid for '--min-age <n>'"),
            .takes(
                "accounts refresh bob@example.org",
                ["queueLimit": "1000", "accounts": "address bob example.org", "wait": "true"]),
            .takes(
                "accounts refresh --all --pictures --no-wait --queue-limit 7",
                ["wait": "", "accounts": "", "queueLimit": "7", "pictures": "true", "all": "true"]),
            .takes("accounts refresh --domain example.org --wait", ["accounts": "", "domain": "example.org"]),
            .refuses("accounts refresh", "say which accounts: names, --domain or --all"),
            .refuses("accounts refresh bob@example.org --all", "names exclude --all and --domain"),
            .refuses("accounts refresh --domain ''", "--domain is empty"),
            .refuses("accounts refresh --all --queue-limit 100001", "--queue-limit must be from 1 to 100000"),
            .takes("accounts reset-relationships alice --follows", ["follows": "true", "account": "local alice"]),
            .takes("accounts reset-relationships alice --followers", ["follows": "", "followers": "true"]),
            .refuses("accounts reset-relationships alice", "give --follows, --followers or both"),
            .takes("accounts role alice Moderator", ["words": "alice Moderator"]),
            .takes(
                "accounts role --from list.txt --where 'role:none' Moderator",
                ["from": "list.txt", "query": "role:none", "words": "Moderator"]),
            .takes(
                "accounts role alice none --as moddy --via direct --plan-out plan.json",
                ["words": "alice none", "moderator": "moddy", "via": "direct", "planOut": "plan.json"]),
            .refuses("accounts role Moderator", "give the accounts, or --from or --where, and the role at the end"),
            .refuses("accounts role 'not a name' Moderator", "no account is called 'not a name'"),
            .takes("accounts rotate alice", ["username": "alice"]),
            .takes("accounts rotate --all", ["username": "", "all": "true"]),
            .refuses("accounts rotate", "say whose keys: a name or --all"),
            .takes("accounts sessions alice", ["accounts": "alice"]),
            .takes("accounts sessions --from list.txt", ["accounts": "", "from": "list.txt"]),
            .takes("accounts sessions --where 'origin:local'", ["accounts": "", "query": "origin:local"]),
            .refuses("accounts sessions", "say which accounts: by name, with --from or with --where"),
            .takes("accounts show alice", ["account": "alice"]),
            .refuses("accounts show", "Missing expected argument '<account>'"),
            .takes("accounts strikes alice", ["accounts": "alice"]),
            .takes("accounts strikes --from list.txt", ["accounts": "", "from": "list.txt"]),
            .takes("accounts strikes --where 'strikes:>1'", ["accounts": "", "query": "strikes:>1"]),
            .refuses("accounts strikes", "say which accounts: by name, with --from or with --where"),
            .takes("accounts unfollow bob@example.org", ["account": "address bob example.org"]),
            .refuses("accounts unfollow ''", "The value '' is invalid for '<acct>'"),
        ])
}
