/// Which remote accounts nobody here has anything to do with.
///
/// By itself the rule is tootctl's: no posts here, no follow or request either way, no mention, no favourite, no block
/// either way, nobody here mutes or has reported them; neither bots nor groups, neither suspended nor silenced.
/// Source: Mastodon 4.6.5 `lib/mastodon/cli/accounts.rb` (`prune`).
package struct PruningRule: Sendable, Equatable {
    /// Only accounts known here for longer than this many days.
    package var minAge: Double
    /// Also keep those of whom somebody here has a note, a list entry, a notification or a place in a collection, and
    /// those that bookmarked, voted, muted or reported.
    package var isCareful: Bool

    package init(minAge: Double = 0, isCareful: Bool = false) {
        self.minAge = minAge
        self.isCareful = isCareful
    }
}
