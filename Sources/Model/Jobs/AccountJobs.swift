/// Which background jobs are about an account, and how many there are.
package enum AccountJobs {
    /// The places of account ids among the arguments of a class.
    ///
    /// Source: the `perform` methods below `app/workers` of Mastodon 4.6.5; the places are the same since 4.2.
    private static let places: [String: [Int]] = [
        "AccountDeletionWorker": [0], "AccountMergingWorker": [0], "AccountRefreshWorker": [0],
        "ActivityPub::AccountRawDistributionWorker": [1], "ActivityPub::DeliveryWorker": [1],
        "ActivityPub::FollowersSynchronizationWorker": [0], "ActivityPub::LowPriorityDeliveryWorker": [1],
        "ActivityPub::MigratedFollowDeliveryWorker": [1, 3],
        "ActivityPub::ProcessingWorker": [0, 2], "ActivityPub::RawDistributionWorker": [1],
        "ActivityPub::SynchronizeFeaturedCollectionWorker": [0],
        "ActivityPub::SynchronizeFeaturedCollectionsCollectionWorker": [0],
        "ActivityPub::SynchronizeFeaturedTagsCollectionWorker": [0], "ActivityPub::UpdateDistributionWorker": [0],
        "AddToPublicStatusesIndexWorker": [0], "Admin::AccountDeletionWorker": [0], "Admin::SuspensionWorker": [0],
        "Admin::UnsuspensionWorker": [0], "AfterAccountDomainBlockWorker": [0], "AuthorizeFollowWorker": [0, 1],
        "BlockWorker": [0, 1], "BootstrapTimelineWorker": [0], "EmailDistributionWorker": [0],
        "FilteredNotificationCleanupWorker": [0, 1], "GenerateAnnualReportWorker": [0],
        "LocalNotificationWorker": [0], "MergeWorker": [0, 1], "MoveWorker": [0, 1], "MuteWorker": [0, 1],
        "PushUpdateWorker": [0], "RedownloadAvatarWorker": [0], "RedownloadHeaderWorker": [0], "RefollowWorker": [0],
        "RegenerationWorker": [0], "RemoteAccountRefreshWorker": [0], "RemoveFeaturedTagWorker": [0],
        "RemoveFromPublicStatusesIndexWorker": [0], "TagUnmergeWorker": [1], "UnfavouriteWorker": [0],
        "UnfilterNotificationsWorker": [0, 1], "UnfollowFollowWorker": [0, 1, 2], "UnmergeWorker": [0, 1],
        "VerifyAccountLinksWorker": [0],
    ]

    /// The class of a job that is about the account; nil for any other, and for what is no job.
    package static func worker(of job: String, concerning account: Int64) -> String? {
        // Most jobs are about others: a look at the text spares reading them.
        guard job.utf8.count < 1 << 20, job.contains("\(account)"), let job = JSONValue(parsing: job),
            let name = job["class"]?.string, let places = places[name], let arguments = job["args"]?.array
        else { return nil }
        let isConcerned = places.contains { place in
            arguments.indices.contains(place)
                && (arguments[place].integer == account || arguments[place].string == "\(account)")
        }
        return isConcerned ? name : nil
    }
}

/// Jobs of one class in one place.
package struct JobTally: Sendable, Encodable, Equatable {
    /// `queue:pull`, `schedule`, `retry`, `dead`.
    package var place: String
    package var worker: String
    package var count: Int

    package init(place: String, worker: String, count: Int) {
        self.place = place
        self.worker = worker
        self.count = count
    }
}
