import Model

extension Aftermath {
    /// Lets the server bring its search index of accounts up to date, where it has one.
    ///
    /// Source: Mastodon 4.6.5 `lib/chewy/strategy/mastodon.rb` and `app/workers/scheduler/indexing_scheduler.rb`.
    package mutating func reindex(accounts ids: [Int64], on instance: Instance) {
        guard instance.hasSearch, !ids.isEmpty else { return }
        change(.add(to: "chewy:queue:AccountsIndex", ids.map { "\($0)" }))
    }

    /// The same for posts that changed or are gone; for a boost the id of what it boosts.
    ///
    /// Source: Mastodon 4.6.5 `app/models/status.rb` (`update_index` of `proper`).
    package mutating func reindex(posts ids: [Int64], on instance: Instance) {
        reindex(interactionsWith: ids, on: instance)
        add(ids, to: "PublicStatusesIndex", on: instance)
    }

    /// The same for posts that somebody has, or has no more, in favourites or bookmarks.
    ///
    /// Source: Mastodon 4.6.5 `app/models/{favourite,bookmark}.rb`.
    package mutating func reindex(interactionsWith ids: [Int64], on instance: Instance) {
        add(ids, to: "StatusesIndex", on: instance)
    }

    /// The same for hashtags. Source: Mastodon 4.6.5 `app/models/tag.rb` (`update_index`).
    mutating func reindex(tags ids: [Int64], on instance: Instance) {
        add(ids, to: "TagsIndex", on: instance)
    }

    private mutating func add(_ ids: [Int64], to index: String, on instance: Instance) {
        guard instance.hasSearch, !ids.isEmpty else { return }
        change(.add(to: "chewy:queue:\(index)", Set(ids).sorted().map { "\($0)" }))
    }
}
