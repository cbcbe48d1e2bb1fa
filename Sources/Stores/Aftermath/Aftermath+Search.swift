import Model

extension Aftermath {
    /// Lets the server bring its search index of accounts up to date, where it has one.
    ///
    /// Source: Mastodon 4.6.5 `lib/chewy/strategy/mastodon.rb` and `app/workers/scheduler/indexing_scheduler.rb`.
    package mutating func reindex(accounts ids: [Int64], on instance: Instance) {
        guard instance.hasSearch, !ids.isEmpty else { return }
        change(.add(to: "chewy:queue:AccountsIndex", ids.map { "\($0)" }))
    }
}
