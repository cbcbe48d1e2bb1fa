import ArgumentParser
import Configuration
import Faults
import Operations

extension FeedsCommand {
    /// `mastoctl feeds build`: build home and list feeds from the database.
    struct Build: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Build home and list feeds from the database.",
            discussion: """
                Of one account, or of everybody who is confirmed and was here lately (USER_ACTIVE_DAYS). A feed keeps what \
                it holds; what it lacks is added by the server's own rules: follows, lists, blocks, mutes, languages, \
                replies and boosts.

                Lanes: direct, jobs. By way of jobs the server's own worker builds each account's feeds.

                Examples:
                  mastoctl feeds build alice
                  mastoctl feeds build --all --skip-filled-timelines
                  mastoctl feeds build --all --via jobs
                """)

        @Argument(help: ArgumentHelp("Whose feeds; everybody's when not given.", valueName: "username"))
        var username: String?

        @Flag(help: "Everybody's who is active.")
        var all = false

        @Flag(help: "Leave feeds alone that are more than half full.")
        var skipFilledTimelines = false

        @OptionGroup(title: "Lanes")
        var lanes: LaneOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) throws -> FeedBuilding {
            let lane = try lanes.lane(of: [.direct, .jobs], configuration)
            if lane == .jobs, skipFilledTimelines {
                throw Fault(
                    .usage, "--skip-filled-timelines is for feeds built here; the server's worker builds all of them",
                    help: "leave out one of --via jobs and --skip-filled-timelines")
            }
            return FeedBuilding(of: all ? nil : username, skipsFilled: skipFilledTimelines, lane: lane)
        }
    }
}
