extension Setting {
    /// `[backup]`: where backups are kept, and how many.
    static let backup: [Setting] = [
        Setting("backup.repository", [], .secret, nil, "where backups are kept, in any of restic's forms"),
        Setting(
            "backup.password_path", ["MASTOCTL_BACKUP_PASSWORD_FILE"], .path, nil,
            "file that holds the repository's password"),
        Setting(
            "backup.env_file", [], .path, nil,
            "file of variables that the repository's place wants: AWS_ACCESS_KEY_ID, PGBACKREST_REPO1_CIPHER_PASS …"),
        Setting("backup.staging", [], .path, nil, "folder for the dump on its way; in the state directory"),
        Setting(
            "backup.engine", [], .choice(["pg_dump", "pgbackrest"]), "pg_dump",
            "who saves the database: a dump, or a pgBackRest that is configured"),
        Setting("backup.pgbackrest_stanza", [], .text, nil, "what pgBackRest calls the database's server"),
        Setting(
            "backup.pgbackrest_config", [], .path, nil,
            "pgBackRest's configuration file, where it is none that it looks for by itself"),
        Setting(
            "backup.pgbackrest_user", [], .text, nil,
            "the account that owns the server's files, by sudo where mastoctl has another one"),
        Setting("backup.jobs", [], .integer, "2", "tables dumped and restored at once"),
        Setting(
            "backup.database_url", [], .secret, nil,
            "the database without a pooler between, which cannot hold a snapshot open"),
        Setting(
            "backup.redis", [], .choice(["queues", "full", "none"]), "queues",
            "what of Redis is saved: jobs that wait, everything, or nothing"),
        Setting(
            "backup.recipient", [], .text, nil,
            "age1… whose key alone opens the secrets part, beside the repository's password"),
        Setting(
            "backup.media_mirror", [], .text, nil,
            "where media in a bucket are mirrored to: s3:NAME of a section [bucket.NAME], or fs:PATH"),
        Setting("backup.keep_last", [], .integer, "3", "backups kept whatever their age"),
        Setting("backup.keep_hourly", [], .integer, "0", "hours of which the last backup is kept"),
        Setting("backup.keep_daily", [], .integer, "7", "days of which the last backup is kept"),
        Setting("backup.keep_weekly", [], .integer, "5", "weeks of which the last backup is kept"),
        Setting("backup.keep_monthly", [], .integer, "12", "months of which the last backup is kept"),
        Setting("backup.keep_yearly", [], .integer, "0", "years of which the last backup is kept"),
    ]
}
