// Source: Mastodon 4.3.23 to 4.6.5 `app/workers`.
extension SidekiqWorker {
    /// Tells somebody here of something. Takes the receiver's id, the activity's id, its class and the kind.
    package static let localNotification = SidekiqWorker("LocalNotificationWorker")
    /// Puts an account's posts into a feed. Takes the account, the feed's owner or list, and since 4.4 the kind of feed.
    package static let merge = SidekiqWorker("MergeWorker")
    /// Takes an account's posts out of a feed. Takes what `merge` takes.
    package static let unmerge = SidekiqWorker("UnmergeWorker", queue: "pull")
    /// Fetches a remote actor anew, and has merged what turns out to be the same one. Takes the row's id.
    package static let remoteAccountRefresh = SidekiqWorker(
        "RemoteAccountRefreshWorker", queue: "pull", retry: .times(3))
    /// Lets those here who follow one account follow another. Takes both ids.
    package static let move = SidekiqWorker("MoveWorker")
    /// Tells other servers that an account has moved. Takes the id of the row in `account_migrations`.
    package static let moveDistribution = SidekiqWorker("ActivityPub::MoveDistributionWorker", queue: "push")
}
