import ArgumentParser
import Configuration
import Model
import Operations
import Stores

/// A verb that a moderator does to accounts.
protocol AccountActionCommand: PlannableCommand where Work == AccountModeration {
    static var action: AccountAction { get }
    var targets: AccountTargets { get }
    var strike: Strike { get }
    var moderating: ModeratorOptions { get }
    var lanes: LaneOptions { get }
}

extension AccountActionCommand {
    var strike: Strike { Strike() }

    func operation(_ configuration: Configuration) throws -> AccountModeration {
        AccountModeration(
            Self.action, of: try targets.chosen(), strike, by: ActingModerator(moderating.moderator),
            lane: try lanes.lane(of: AccountModeration.lanes(of: Self.action), configuration))
    }
}

/// What goes with an action against an account.
struct StrikeOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What the owner is told, and what the strike keeps.", valueName: "text"))
    var text: String?

    @Option(help: ArgumentHelp("The report this answers; the strike names its posts.", valueName: "id"))
    var reportId: Int64?

    @Flag(inversion: .prefixedNo, help: "Tell the owner of a local account.")
    var notify = true

    var strike: Strike { Strike(text: text ?? "", report: reportId, notifies: notify) }
}
