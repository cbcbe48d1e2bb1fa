// Source: Mastodon 4.3.23 to 4.6.5 `app/workers`, and what a server of 4.6.5 pushed.
extension SidekiqWorker {
    /// Greets a new account: follows for it those who are followed by default, and sends follow-ups. Takes the
    /// account's id.
    package static let bootstrapTimeline = SidekiqWorker("BootstrapTimelineWorker")
    /// Writes an archive of everything a user has. Takes the id of the row in `backups`.
    package static let backup = SidekiqWorker(
        "BackupWorker", queue: "pull", retry: .times(5), options: [.init("backtrace", true), .init("dead", false)])

    /// Fills the home and the lists of somebody. Takes the account's id.
    package static let regeneration = SidekiqWorker(
        "RegenerationWorker", options: [.init("lock", "until_executed")])

    /// Sends an account's profile to the servers that know it. Takes its id and, after new keys, the old one to sign
    /// with. 4.2 keeps its lock for as long as the server's configuration says, later ones for a day.
    package static func updateDistribution(on release: MastodonRelease?) -> SidekiqWorker {
        let isOld = release.map { $0 < .v4_3 } ?? false
        return SidekiqWorker(
            "ActivityPub::UpdateDistributionWorker", queue: "push",
            options: [.init("lock", "until_executed")] + (isOld ? [] : [.init("lock_ttl", 86_400)]))
    }
}
