import ArgumentParser
import Configuration
import Model
import Operations
import Presentation
import Stores

/// Changes rows of one of the server's small tables: names the deed, and nothing else.
protocol RecordCommand: OperationCommand where Work == RecordChange<Deed> {
    associatedtype Deed: RecordDeed
    associatedtype Work = RecordChange<Deed>
    var way: RecordWay { get }
    func deed() throws -> Deed
}

extension RecordCommand {
    func operation(_ configuration: Configuration) throws -> RecordChange<Deed> {
        let deed = try deed()
        return RecordChange(
            deed, on: way.moderating.name(configuration),
            lane: try way.lanes.lane(of: RecordChange.lanes(of: deed), configuration))
    }
}

/// On whose behalf such a change is made, and by which lane.
struct RecordWay: ParsableArguments {
    @OptionGroup(title: "Moderation")
    var moderating: ModeratorOptions

    @OptionGroup(title: "Lanes")
    var lanes: LaneOptions
}

/// Lists rows of one of the server's small tables: names where they are read, and nothing else.
protocol RecordListCommand: ListingCommand
where Asked == RecordQuestion<Source>, Row == Record<Source.Shape>, Rows == RecordRows<Source> {
    associatedtype Source: RecordSource
    associatedtype Asked = RecordQuestion<Source>
    associatedtype Row = Record<Source.Shape>
    associatedtype Rows = RecordRows<Source>
    func source() throws -> Source
}

extension RecordListCommand {
    func question(_ configuration: Configuration) throws -> RecordQuestion<Source> { RecordQuestion(try source()) }
}
