extension ParseTable {
    static let statuses = ParseTable(
        "statuses",
        [
            .takes("statuses authors --where 'created:<2h'", ["query": "created:<2h"]),
            .refuses("statuses authors", "say which posts with --where"),
            .takes("statuses delete 116", ["posts": "116", "notify": "true", "category": "spam"]),
            .takes(
                "statuses delete 116 --from list.txt --where 'created:<2h' --text Spam --report-id 7 --no-notify --category other --via jobs --as moddy --plan-out p.json",
                [
                    "from": "list.txt", "query": "created:<2h", "text": "Spam", "reportId": "7", "notify": "",
                    "category": "other", "via": "jobs", "moderator": "moddy", "planOut": "p.json",
                ]),
            .takes("statuses delete --where 'local:yes' --notify", ["posts": "", "query": "local:yes"]),
            .refuses("statuses delete", "say which posts: by id or address, with --from or with --where"),
            .refuses("statuses delete --where ' '", "--where is empty and would mean every post"),
            .refuses("statuses delete --where 'txt:~a'", "--where: unknown key 'txt'"),
            .takes("statuses list"),
            .takes(
                "statuses list --where 'link:a.example' --private --limit 5",
                ["query": "link:a.example", "showsPrivate": "true", "limit": "5"]),
            .refuses("statuses list --limit=-1", "--limit must be zero or more"),
            .takes("statuses sensitize 116", ["posts": "116", "notify": "true", "category": "spam"]),
            .takes(
                "statuses sensitize 116 --from list.txt --where 'created:<2h' --text Spam --report-id 7 --no-notify --category other --via jobs --as moddy --plan-out p.json",
                [
                    "from": "list.txt", "query": "created:<2h", "text": "Spam", "reportId": "7", "notify": "",
                    "category": "other", "via": "jobs", "moderator": "moddy", "planOut": "p.json",
                ]),
            .takes("statuses sensitize --where 'local:yes' --notify", ["posts": "", "query": "local:yes"]),
            .refuses("statuses sensitize", "say which posts: by id or address, with --from or with --where"),
            .refuses("statuses sensitize --where ' '", "--where is empty and would mean every post"),
            .refuses("statuses sensitize --where 'txt:~a'", "--where: unknown key 'txt'"),
            .takes("statuses show 116", ["post": "116"]),
            .takes(
                "statuses show https://a.example/1 --private", ["post": "https://a.example/1", "showsPrivate": "true"]),
            .takes("statuses similar 116", ["post": "116", "within": "86400.0 seconds"]),
            .takes(
                "statuses similar 116 --within 2h --by text --by link", ["within": "7200.0 seconds", "by": "text link"]),
            .refuses("statuses similar 116 --by smell", "The value 'smell' is invalid for '--by <kind>'"),
            .takes("statuses report 1 2", ["posts": "1 2"]),
            .takes("statuses report 1 --report-id 27", ["posts": "1", "reportId": "27"]),
            .takes("statuses report 3 --via jobs --as moddy", ["posts": "3", "via": "jobs", "moderator": "moddy"]),
            .refuses("statuses report", "Missing expected argument '<id> ...'"),
            .takes("statuses unreport 1 2 --report-id 27", ["posts": "1 2", "reportId": "27"]),
            .takes(
                "statuses unreport 3 --report-id 28 --via jobs --as moddy",
                ["posts": "3", "reportId": "28", "via": "jobs", "moderator": "moddy"]),
            .refuses("statuses unreport 1", "Missing expected argument '--report-id <id>'"),
            .takes("statuses remove", ["days": "90.0", "batchSize": "1000"]),
            .takes("statuses remove -b 7 --days 30", ["days": "30.0", "batchSize": "7"]),
            .takes(
                "statuses remove --batch_size 50 --continue --clean_followed",
                ["batchSize": "50", "goOn": "true", "cleanFollowed": "true"]),
            .takes(
                "statuses remove --keep-threads --keep-interacted --keep-direct --shard 2/4",
                [
                    "keepThreads": "true", "keepInteracted": "true", "keepDirect": "true",
                    "shard": "Shard(number: 2, count: 4)",
                ]),
            .takes(
                "statuses remove --skip_status_remove --skip_media_remove --compress_database",
                ["skipStatusRemove": "true", "skipMediaRemove": "true", "compressDatabase": "true"]),
            .refuses("statuses remove --batch-size 0", "--batch-size must be from 1 to 50000"),
        ])
}
