import ArgumentParser
import Assembly
import Configuration
import Model
import Operations

extension StatusesCommand {
    /// `mastoctl statuses remove`: remove posts of other servers that nobody here has to do with.
    struct Remove: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Remove posts of other servers that nobody here has to do with.",
            discussion: """
                A post goes when it is old enough, came from another server by an account nobody follows, has no answer, \
                is pinned by nobody, mentions nobody here, and nobody here has favourited, bookmarked, boosted or quoted \
                it; nor does it boost or quote a post of this server. Then attachments that belong to no post go with \
                their files, those of this server too, and conversations without posts.

                It may run beside a busy server: ids are walked upwards in small pages, rows others hold are left alone, \
                and what goes is taken out of search, of the server's cache and of feeds. It can be stopped at any \
                moment; --continue goes on where it was. Several machines can share the work by --shard.

                Posts that only followers or those named may see are counted apart when they go; --keep-direct keeps \
                them. --compress-database writes tables anew: by pg_repack beside the server where its program and its \
                extension are installed, else by locking each table for as long as it takes.

                Lanes: direct.

                Examples:
                  mastoctl statuses remove --dry-run
                  mastoctl statuses remove --days 180 --keep-threads --keep-interacted
                  mastoctl statuses remove --deadline 2h --continue --quiet
                  mastoctl statuses remove --shard 1/4
                """)

        @Option(help: "Keep posts of this many days.")
        var days = Days(90)

        @Option(name: [.short, .long], help: ArgumentHelp("Rows deleted at once.", valueName: "n"))
        var batchSize = 1_000

        @Flag(name: .customLong("continue"), help: "Go on where a run that was cut short ended.")
        var goOn = false

        @Flag(help: "Also posts of accounts somebody follows.")
        var cleanFollowed = false

        @Flag(help: "Keep whole threads that somebody here has written in.")
        var keepThreads = false

        @Flag(help: "Keep posts with a vote from here, in a report, or named by a filter.")
        var keepInteracted = false

        @Flag(help: "Keep posts that only followers or those named may see.")
        var keepDirect = false

        @Flag(help: "Remove no posts, only what is left of others.")
        var skipStatusRemove = false

        @Flag(help: "Remove no attachments.")
        var skipMediaRemove = false

        @Flag(help: "Write the tables anew, without the room of what is gone. Locks them where pg_repack is not there.")
        var compressDatabase = false

        @Option(help: ArgumentHelp("Only this share of the rows: 2/4 is the second of four.", valueName: "k/n"))
        var shard: Shard?

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            guard (1...50_000).contains(batchSize) else {
                throw ValidationError("--batch-size must be from 1 to 50000")
            }
        }

        func operation(_ configuration: Configuration) -> PostPruning {
            var rule = PostPruneRule(days: days.days)
            rule.cleansFollowed = cleanFollowed
            rule.keepsThreads = keepThreads
            rule.keepsInteracted = keepInteracted
            rule.keepsDirect = keepDirect
            rule.shard = shard
            var extent = PostPruning.Extent()
            extent.skipsPosts = skipStatusRemove
            extent.skipsMedia = skipMediaRemove
            extent.compresses = compressDatabase
            extent.goesOn = goOn
            extent.batch = batchSize
            let rewriting = TableRewriting(configuration, purpose: "mastoctl statuses remove")
            return PostPruning(rule, extent) { await rewriting.rewrite($0) }
        }
    }
}
