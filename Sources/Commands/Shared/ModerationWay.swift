import ArgumentParser

/// How a moderator's verb is done: on whose behalf, by which lane, now or later.
struct ModerationWay: ParsableArguments {
    @OptionGroup(title: "Moderation")
    var moderating: ModeratorOptions

    @OptionGroup(title: "Lanes")
    var lanes: LaneOptions

    @OptionGroup(title: "Plan")
    var planning: PlanOptions
}
