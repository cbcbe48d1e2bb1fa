extension SidekiqWorker {
    /// Delivers a document to an inbox. Takes its JSON, the id of the account that signs and the inbox's address.
    package static let delivery = SidekiqWorker(
        "ActivityPub::DeliveryWorker", queue: "push", retry: .times(16), options: [.init("dead", false)])
    /// The same, for news that may wait.
    package static let lowPriorityDelivery = SidekiqWorker(
        "ActivityPub::LowPriorityDeliveryWorker", queue: "pull", retry: .times(8), options: [.init("dead", false)])
    /// Tells those who asked to be told by a webhook. Takes the event, the class and the id.
    package static let webhook = SidekiqWorker("TriggerWebhookWorker")
    /// Tells a listening client of a changed conversation. Takes the row's id.
    package static let conversation = SidekiqWorker("PushConversationWorker")
    /// Deletes an account that is suspended. Takes the row's id, and a hash of options where they are not the usual
    /// ones: the name is kept, the user is not.
    package static let accountDeletion = SidekiqWorker(
        "AccountDeletionWorker", queue: "pull", options: [.init("lock", "until_executed"), .init("lock_ttl", 604_800)])
    /// Deletes an account whose deletion is requested already, as the admin pages ask. Takes the row's id.
    package static let adminAccountDeletion = SidekiqWorker(
        "Admin::AccountDeletionWorker", queue: "pull",
        options: [.init("lock", "until_executed"), .init("lock_ttl", 604_800)])
    /// Lets the cache in front of the media drop a file. Takes the file's address.
    package static let cacheBuster = SidekiqWorker("CacheBusterWorker", queue: "pull")
    /// Tells the services people are found by of an account. Takes the actor's address and what happened to it.
    package static let accountAnnouncement = SidekiqWorker(
        "Fasp::AnnounceAccountLifecycleEventWorker", queue: "fasp", retry: .times(5))
    /// Removes everything that came from one domain. Takes its name.
    package static let domainPurge = SidekiqWorker(
        "Admin::DomainPurgeWorker", queue: "pull",
        options: [.init("lock", "until_executed"), .init("lock_ttl", 604_800)])
}
