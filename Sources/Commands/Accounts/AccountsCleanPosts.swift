import ArgumentParser
import Configuration
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts clean-posts`: one user's old posts, at the user's request.
    struct CleanPosts: OperationCommand {
        static let configuration = CommandConfiguration(
            commandName: "clean-posts",
            abstract: "Delete a user's old posts, at the user's request.",
            discussion: """
                As if the user had deleted them: boosts too, everywhere, by the server's own worker, and with nothing that \
                a moderator leaves behind. What the user pinned and direct messages stay unless told otherwise. To \
                delete posts as a moderator see `statuses delete`.

                Lanes: jobs.

                Examples:
                  mastoctl accounts clean-posts alice --before 365d --dry-run
                  mastoctl accounts clean-posts alice --before 2024-01-01 --media-only --keep-favourites
                  mastoctl accounts clean-posts alice --before 90d --no-keep-pinned --min-favourites 10
                """)

        @Argument(help: "The user.")
        var account: AccountName

        @Option(help: ArgumentHelp("Delete what is older: 365d, 2024-01-01.", valueName: "when"))
        var before: Since

        @Flag(help: "Only posts with pictures or the like.")
        var mediaOnly = false

        @Flag(inversion: .prefixedNo, help: "Keep what the user has pinned.")
        var keepPinned = true

        @Flag(inversion: .prefixedNo, help: "Keep direct messages.")
        var keepDirect = true

        @Flag(help: "Keep polls.")
        var keepPolls = false

        @Flag(help: "Keep what the user has in favourites.")
        var keepFavourites = false

        @Flag(help: "Keep what the user has in bookmarks.")
        var keepBookmarks = false

        @Option(help: ArgumentHelp("Keep what has at least so many favourites.", valueName: "n"))
        var minFavourites: Int?

        @Option(help: ArgumentHelp("Keep what has at least so many boosts.", valueName: "n"))
        var minBoosts: Int?

        @OptionGroup(title: "Lanes")
        var lanes: LaneOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            for (name, value) in [("favourites", minFavourites), ("boosts", minBoosts)] {
                if let value, value < 1 { throw ValidationError("--min-\(name) must be one or more") }
            }
        }

        func operation(_ configuration: Configuration) throws -> PostCleaning {
            _ = try lanes.lane(of: [.jobs], configuration)
            var rule = PostCleaningRule(before: before.time(before: .present))
            rule.mediaOnly = mediaOnly
            rule.keepsPinned = keepPinned
            rule.keepsDirect = keepDirect
            rule.keepsPolls = keepPolls
            rule.keepsFavourites = keepFavourites
            rule.keepsBookmarks = keepBookmarks
            rule.leastFavourites = minFavourites
            rule.leastBoosts = minBoosts
            return PostCleaning(of: account, by: rule)
        }
    }
}
