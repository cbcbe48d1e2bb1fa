import ArgumentParser
import Configuration
import Faults
import Model
import Operations

/// A verb that a moderator does to reports.
protocol ReportActionCommand: PlannableCommand where Work == ReportAction {
    static var verb: ReportVerb { get }
    var acting: ReportActionOptions { get }
}

extension ReportActionCommand {
    var planning: PlanOptions { acting.way.planning }

    func operation(_ configuration: Configuration) throws -> ReportAction {
        ReportAction(
            Self.verb, try acting.ids(), on: acting.way.moderating.name(configuration),
            lane: try acting.way.lanes.lane(of: ReportAction.lanes, configuration))
    }
}

/// Which reports, and the way there.
struct ReportActionOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Ids of reports.", valueName: "id"))
    var reports: [Int64] = []

    @OptionGroup(title: "Selection")
    var items: ItemOptions

    @OptionGroup var way: ModerationWay

    func validate() throws { try items.require(reports.map { "\($0)" }, "report") }

    /// - Throws: `Fault(.badData)` for a line of the file that is no number.
    func ids() throws -> [Int64] {
        try reports
            + items.all([]).map { line in
                guard let id = Int64(line) else { throw Fault(.badData, "'\(line)' is no id of a report") }
                return id
            }
    }
}
