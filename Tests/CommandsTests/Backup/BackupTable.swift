extension ParseTable {
    static let backup = ParseTable(
        "backup",
        [
            .takes("backup init --repository /mnt/backup", ["repository": "/mnt/backup"]),
            .takes(
                "backup init --repository s3:https://s3.example.net/b --password-path p --backend-env e --show-password",
                [
                    "repository": "s3:https://s3.example.net/b", "passwordPath": "p", "backendEnv": "e",
                    "showPassword": "true",
                ]),
            .refuses("backup init --repository ''", "--repository is empty"),
            .refuses("backup init", "Missing expected argument '--repository <form>'"),
            .takes("backup create"),
            .takes("backup create --stream", ["stream": "true"]),
            .takes("backup create --engine pgbackrest", ["engine": "pgBackRest"]),
            .refuses("backup create --engine wal-g", "The value 'wal-g' is invalid for '--engine <engine>'"),
            .refuses("backup create --engine pgbackrest --stream", "--stream goes with a dump alone"),
            .refuses(
                "backup restore latest --point-in-time noon", "The value 'noon' is invalid for '--point-in-time <time>'"
            ),
            .takes(
                "backup create --parts database,secrets --redis full --with-cache --upload-rate 10MB",
                ["parts": "database secrets", "redis": "full", "withCache": "true", "uploadRate": "10.0 MB"]),
            .refuses("backup create --parts everything", "The value 'everything' is invalid for '--parts <parts>'"),
            .refuses("backup create --redis some", "The value 'some' is invalid for '--redis <extent>'"),
            .refuses("backup create --upload-rate fast", "The value 'fast' is invalid for '--upload-rate <size>'"),
            .takes("backup list"),
            .takes("backup show latest", ["id": "latest"]),
            .takes("backup diff one two", ["first": "one", "second": "two"]),
            .takes("backup verify"),
            .takes(
                "backup verify latest --read-data --subset 3/30",
                ["id": "latest", "readData": "true", "subset": "3/30"]),
            .refuses("backup verify --subset 3/30", "--subset goes with --read-data"),
            .refuses("backup verify --read-data --subset 31/30", "--subset must be a slice such as 3/30"),
            .takes("backup prune"),
            .takes(
                "backup prune --keep-last 1 --keep-hourly 2 --keep-daily 3 --keep-weekly 4 --keep-monthly 5 --keep-yearly 6",
                [
                    "keepLast": "1", "keepHourly": "2", "keepDaily": "3", "keepWeekly": "4", "keepMonthly": "5",
                    "keepYearly": "6",
                ]),
            .refuses("backup prune --keep-last=-1", "--keep-… must be zero or more"),
            .takes("backup rehearse", ["id": "latest", "directory": "/var/tmp"]),
            .takes(
                "backup rehearse 2026 --directory /mnt --server postgres://me@db/x",
                ["id": "2026", "directory": "/mnt", "server": "postgres://me@db/x"]),
            .refuses("backup rehearse --server db", "--server must be a postgres:// URL"),
            .refuses("backup rehearse --server postgres://me:word@db/x", "--server must hold no password"),
            .takes("backup restore latest", ["id": "latest"]),
            .takes(
                "backup restore latest --point-in-time 2026-11-28T22:44:00Z",
                ["pointInTime": "2026-11-28T22:44:00Z"]),
            .takes(
                "backup restore latest --parts media --replace example.org",
                ["parts": "media", "replace": "example.org"]),
            .takes("backup schedule cron --no-prune", ["scheduler": "cron", "noPrune": "true"]),
            .refuses("backup schedule never", "The value 'never' is invalid for '<scheduler>'"),
            .takes("backup restore latest --staging --anonymize", ["staging": "true", "anonymize": "true"]),
            .refuses("backup restore latest --anonymize", "--anonymize goes with --staging"),
            .takes("backup restore latest --finish", ["finish": "true"]),
            .refuses("backup restore latest --finish --staging", "--finish and --staging exclude each other"),
            .takes("backup handover /mnt/handover", ["folder": "/mnt/handover"]),
            .takes("backup handover s3:cold", ["folder": "s3:cold"]),
            .takes("backup receive s3:cold", ["folder": "s3:cold"]),
            .refuses("backup handover", "Missing expected argument '<folder>'"),
            .takes(
                "backup receive /mnt/handover --replace example.org",
                ["folder": "/mnt/handover", "replace": "example.org"]),
            .refuses("backup receive", "Missing expected argument '<folder>'"),
            .refuses("backup restore", "Missing expected argument '<id>'"),
            .refuses("backup restore latest --parts all", "The value 'all' is invalid for '--parts <parts>'"),
        ])
}
