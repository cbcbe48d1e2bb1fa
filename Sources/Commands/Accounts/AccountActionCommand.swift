import ArgumentParser
import Configuration
import Model
import Operations

/// A verb that a moderator does to accounts.
protocol AccountActionCommand: PlannableCommand where Work == AccountModeration {
    static var action: AccountAction { get }
    var acting: AccountActionOptions { get }
    var strike: Strike { get }
}

extension AccountActionCommand {
    var planning: PlanOptions { acting.way.planning }
    var strike: Strike { Strike() }

    func operation(_ configuration: Configuration) throws -> AccountModeration {
        try acting.way.moderation(Self.action, of: acting.targets.chosen(), strike, configuration)
    }
}

/// One that leaves a strike.
protocol StrikingCommand: AccountActionCommand {
    var striking: StrikeOptions { get }
}

extension StrikingCommand {
    var strike: Strike { striking.strike }
}

/// To whom, and the way there.
struct AccountActionOptions: ParsableArguments {
    @OptionGroup(title: "Accounts")
    var targets: AccountTargets

    @OptionGroup
    var way: ModerationWay
}

extension ModerationWay {
    func moderation(
        _ action: AccountAction, of accounts: ChosenAccounts, _ strike: Strike = Strike(),
        role: UserChange.Role = .none, _ configuration: Configuration
    ) throws -> AccountModeration {
        let lane = try lanes.lane(of: AccountModeration.lanes(of: action), configuration)
        return AccountModeration(
            action, of: accounts, strike, role: role, on: moderating.name(configuration), lane: lane)
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
