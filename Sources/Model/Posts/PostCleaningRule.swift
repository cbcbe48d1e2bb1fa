/// Which of one's own posts go, at one's request.
///
/// Source: Mastodon 4.6.5 `app/models/account_statuses_cleanup_policy.rb`, whose exceptions these are.
package struct PostCleaningRule: Sendable, Equatable {
    /// Older ones go.
    package var before: UTCTime
    /// Only those with pictures or the like.
    package var mediaOnly = false
    package var keepsPinned = true
    package var keepsDirect = true
    package var keepsPolls = false
    /// Those the author has in favourites.
    package var keepsFavourites = false
    /// Those the author has in bookmarks.
    package var keepsBookmarks = false
    /// Those with at least so many favourites; nil for no bound.
    package var leastFavourites: Int?
    /// Those with at least so many boosts; nil for no bound.
    package var leastBoosts: Int?

    package init(before: UTCTime) {
        self.before = before
    }
}
