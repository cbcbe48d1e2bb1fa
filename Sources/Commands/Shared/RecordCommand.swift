import ArgumentParser
import Configuration
import Model
import Operations
import Presentation

/// Changes rows of one of the server's small tables: names the change, and nothing else.
protocol RecordCommand: OperationCommand where Work == RecordChange {
    var way: RecordWay { get }
    func change() throws -> RecordChange
}

extension RecordCommand {
    func operation(_ configuration: Configuration) throws -> RecordChange {
        var change = try change()
        change.moderator = way.moderating.name(configuration)
        change.lane = try way.lanes.lane(of: change.lanes, configuration)
        return change
    }
}

/// On whose behalf such a change is made, and by which lane.
struct RecordWay: ParsableArguments {
    @OptionGroup(title: "Moderation")
    var moderating: ModeratorOptions

    @OptionGroup(title: "Lanes")
    var lanes: LaneOptions
}

/// Lists rows of one of the server's small tables: names the list, and nothing else.
protocol RecordListCommand: ListingCommand where Asked == RecordQuestion<Wanted>, Row == Record<Wanted> {
    associatedtype Wanted: RecordList
    associatedtype Asked = RecordQuestion<Wanted>
    associatedtype Row = Record<Wanted>
    func question() throws -> RecordQuestion<Wanted>
}

extension RecordListCommand {
    func question(_ configuration: Configuration) throws -> RecordQuestion<Wanted> { try question() }
}
