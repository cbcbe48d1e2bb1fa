import ArgumentParser
import Configuration
import Model
import Operations

extension CacheCommand {
    /// `mastoctl cache recount`: correct the counters of accounts or posts.
    struct Recount: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Correct the counters of local accounts or of posts.",
            discussion: """
                Accounts: followers, follows and posts of local accounts. Posts: replies, boosts, favourites and quotes of \
                every post here. What other servers tell of their posts is left as it is.

                Counters are compared with the rows page by page, and only rows that differ are written. A post or an \
                account without a row of counters gets one, as from tootctl; the server reads a missing row as zeros, so \
                that --leave-missing saves a row for every post nobody has answered, boosted or favourited.

                Lanes: direct.

                Examples:
                  mastoctl cache recount accounts
                  mastoctl cache recount statuses --leave-missing --rate 5000/s
                """)

        @Argument(help: "What to count for: accounts or statuses.")
        var type: CountedKind

        @Flag(help: "Make no rows where there are none.")
        var leaveMissing = false

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) -> CounterCorrection {
            CounterCorrection(type, leavesMissing: leaveMissing)
        }
    }
}

extension CountedKind: ExpressibleByArgument {}
