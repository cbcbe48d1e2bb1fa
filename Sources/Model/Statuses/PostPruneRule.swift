/// Which posts of other servers nobody here has to do with, and how old they must be.
package struct PostPruneRule: Sendable, Equatable {
    /// Posts of the last so many days stay.
    package var days: Double
    /// Also of accounts somebody follows.
    package var cleansFollowed = false
    /// Keep whole threads somebody here has written in.
    package var keepsThreads = false
    /// Keep posts in whose polls somebody here voted, that are in a report, or that a filter of somebody's names.
    package var keepsInteracted = false
    /// Keep posts that are not for everybody.
    package var keepsDirect = false
    package var shard: Shard?

    package init(days: Double) {
        self.days = days
    }

    /// The id below which posts are old enough, as the server makes it of whole seconds.
    ///
    /// Source: Mastodon 4.6.5 `lib/mastodon/snowflake.rb` (`id_at`).
    package func oldest(at now: UTCTime) -> Int64 {
        let seconds = (now.seconds - days * 86_400).rounded(.down)
        return seconds <= 0 ? 0 : Int64(seconds) * 1_000 << 16
    }
}
