import ArgumentParser
import Configuration
import Model
import Operations

extension MediaCommand {
    /// `mastoctl media remove`: delete cached copies of remote media.
    struct Remove: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Delete cached copies of remote media.",
            discussion: """
                Only copies of other servers' files are deleted; the server fetches one again when somebody asks for it. \
                Local uploads are never touched. Oldest go first.

                Other than tootctl's, a row that the server's own validation would refuse is cleared together with its \
                files, and files go after the rows that name them.

                Examples:
                  mastoctl media remove --days 14 --dry-run
                  mastoctl media remove --days 3 --keep-interacted --quiet
                  mastoctl media remove --days 0 --max-size 50GB
                  mastoctl media remove --prune-profiles --days 30
                """)

        @Option(name: [.short, .long], help: "Keep media cached within this many days.")
        var days = Days(7)

        @Flag(help: "Remove avatars and headers instead of media attachments.")
        var pruneProfiles = false

        @Flag(help: "Remove headers instead of media attachments.")
        var removeHeaders = false

        @Flag(help: "With the two above: also of accounts somebody here follows or is followed by.")
        var includeFollows = false

        @Flag(help: "Keep media of posts that local people favourited, bookmarked, boosted, answered or quoted.")
        var keepInteracted = false

        @OptionGroup(title: "Selection")
        var selection: MediaSelection

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if pruneProfiles, removeHeaders {
                throw ValidationError("--prune-profiles and --remove-headers exclude each other")
            }
            if includeFollows, !pruneProfiles, !removeHeaders {
                throw ValidationError("--include-follows goes with --prune-profiles or --remove-headers")
            }
            if pruneProfiles || removeHeaders, keepInteracted || !selection.type.isEmpty {
                throw ValidationError("--keep-interacted and --type are about media attachments")
            }
        }

        func operation(_ configuration: Configuration) -> CachedFileRemoval {
            var policy = RetentionPolicy(target, days: days.days, keepInteracted: keepInteracted)
            selection.apply(to: &policy)
            return CachedFileRemoval(name: "media remove", policy: policy)
        }

        private var target: RetentionPolicy.Target {
            guard pruneProfiles || removeHeaders else { return .attachments }
            return .profiles(removeHeaders ? [.header] : [.header, .avatar], includeFollowed: includeFollows)
        }
    }
}
