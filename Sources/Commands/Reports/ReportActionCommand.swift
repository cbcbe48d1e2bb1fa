import ArgumentParser
import Configuration
import Operations
import Stores

/// A verb that a moderator does to reports.
protocol ReportActionCommand: OperationCommand where Work == ReportAction {
    static var verb: ReportChange.Verb { get }
    var reports: [Int64] { get }
    var moderating: ModeratorOptions { get }
    var lanes: LaneOptions { get }
}

extension ReportActionCommand {
    func operation(_ configuration: Configuration) throws -> ReportAction {
        _ = try lanes.lane(of: ReportAction.lanes, configuration)
        return ReportAction(Self.verb, reports, by: ActingModerator(moderating.moderator))
    }
}
