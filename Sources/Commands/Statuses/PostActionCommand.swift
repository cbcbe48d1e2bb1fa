import ArgumentParser
import Configuration
import Model
import Operations

/// A verb that a moderator does to posts.
protocol PostActionCommand: PlannableCommand where Work == PostModeration {
    static var action: PostAction { get }
    var acting: PostActionOptions { get }
}

extension PostActionCommand {
    var planning: PlanOptions { acting.way.planning }

    func operation(_ configuration: Configuration) throws -> PostModeration {
        PostModeration(
            Self.action, of: try acting.targets.selection(), acting.striking.strike, category: acting.category,
            on: acting.way.moderating.name(configuration),
            lane: try acting.way.lanes.lane(of: PostModeration.lanes, configuration))
    }
}

/// Which posts, and the way there.
struct PostActionOptions: ParsableArguments {
    @OptionGroup
    var targets: PostTargets

    @OptionGroup(title: "Strike")
    var striking: StrikeOptions

    @Option(
        help: ArgumentHelp("The kind of the report that is made: other, spam, legal or violation.", valueName: "kind"))
    var category = ReportCategory.spam

    @OptionGroup
    var way: ModerationWay
}
