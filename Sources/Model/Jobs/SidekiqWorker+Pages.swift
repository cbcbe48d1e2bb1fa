// What the server's admin pages queue. Source: Mastodon 4.3.23 to 4.6.5 `app/workers`.
extension SidekiqWorker {
    /// Shows an announcement to those who are here. Takes its id.
    package static let publishAnnouncement = SidekiqWorker("PublishScheduledAnnouncementWorker")
    /// Takes it off their screens. Takes its id.
    package static let unpublishAnnouncement = SidekiqWorker("UnpublishAnnouncementWorker")
    /// Mails new terms of service to everybody. Takes the row's id.
    package static let termsNotification = SidekiqWorker("Admin::DistributeTermsOfServiceNotificationWorker")
    /// Removes a post, its files and copies elsewhere. Takes its id and a hash of options.
    package static let removal = SidekiqWorker("RemovalWorker")
    /// Shows a post that was changed. Takes its id and a hash of options.
    package static let distribution = SidekiqWorker("DistributionWorker")
    /// Tells other servers of a changed post. Takes its id.
    package static let statusUpdateDistribution = SidekiqWorker(
        "ActivityPub::StatusUpdateDistributionWorker", queue: "push")
}
