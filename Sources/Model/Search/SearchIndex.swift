/// One of the indexes a Mastodon server keeps in its search cluster.
///
/// Source: Mastodon 4.2.0 to 4.6.5 `app/chewy`, `lib/mastodon/cli/search.rb` (the names).
package enum SearchIndex: String, CaseIterable, Sendable, Codable {
    case instances
    case accounts
    case tags
    case publicStatuses = "public_statuses"
    case statuses

    /// The index' name without the prefix, and the id of its specification's record.
    package var name: String { rawValue }

    /// The Redis set in which the server notes ids to index.
    package var queueKey: String { "chewy:queue:\(className)" }

    /// The server's class.
    package var className: String {
        switch self {
        case .instances: "InstancesIndex"
        case .accounts: "AccountsIndex"
        case .tags: "TagsIndex"
        case .publicStatuses: "PublicStatusesIndex"
        case .statuses: "StatusesIndex"
        }
    }
}

/// How large the cluster is, as `ES_PRESET` says.
package enum SearchPreset: String, CaseIterable, Sendable {
    case singleNodeCluster = "single_node_cluster"
    case smallCluster = "small_cluster"
    case largeCluster = "large_cluster"

    package var replicas: Int64 { self == .singleNodeCluster ? 0 : 1 }

    /// Nil where the cluster's own default holds.
    package func shards(of index: SearchIndex) -> Int64? {
        switch index {
        case .statuses, .publicStatuses: self == .largeCluster ? 10 : 5
        case .instances, .accounts, .tags: self == .largeCluster ? 2 : nil
        }
    }
}
