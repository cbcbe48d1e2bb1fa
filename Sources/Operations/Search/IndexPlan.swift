import Model
import Stores

/// How one index is brought up to date.
package enum DeploymentMode: String, Sendable, CaseIterable {
    /// There is none: it is created and filled.
    case create
    /// The one in service is written over and cleaned.
    case inPlace = "in-place"
    /// A new one is filled aside and takes the place of the one in service.
    case swap
}

/// What is to be done about one index.
struct IndexPlan: Sendable, Equatable {
    var index: SearchIndex
    var mode: DeploymentMode
    /// The concrete index that is written to, its whole name.
    var target: String
    /// The concrete index that is in service, its whole name; nil when there is none.
    var former: String?
    /// Whether the former has the index' own name, and is not behind an alias.
    var isFormerConcrete: Bool
    /// Whether the specification has changed since the index was made.
    var isOutdated: Bool

    var json: JSONValue {
        .object([
            .init("index", .string(index.name)), .init("mode", .string(mode.rawValue)),
            .init("target", .string(target)),
            .init("former", former.map { .string($0) } ?? .null), .init("concrete", .boolean(isFormerConcrete)),
            .init("outdated", .boolean(isOutdated)),
        ])
    }

    init?(_ json: JSONValue) {
        guard let index = json["index"]?.string.flatMap(SearchIndex.init(rawValue:)),
            let mode = json["mode"]?.string.flatMap(DeploymentMode.init(rawValue:)),
            let target = json["target"]?.string
        else { return nil }
        self.init(
            index: index, mode: mode, target: target, former: json["former"]?.string,
            isFormerConcrete: json["concrete"] == true, isOutdated: json["outdated"] == true)
    }

    init(
        index: SearchIndex, mode: DeploymentMode, target: String, former: String?, isFormerConcrete: Bool,
        isOutdated: Bool
    ) {
        self.index = index
        self.mode = mode
        self.target = target
        self.former = former
        self.isFormerConcrete = isFormerConcrete
        self.isOutdated = isOutdated
    }
}

extension SearchCluster {
    /// What is to be done about an index: a changed one is swapped, an unchanged one written over, unless a way is asked
    /// for.
    func plan(
        _ index: SearchIndex, _ release: MastodonRelease, wanted: DeploymentMode?, at now: UTCTime
    ) async throws -> IndexPlan {
        let specification = IndexSpecification(index, release: release, preset: preset)
        let state = try await state(of: index.name)
        let record = try await record(of: index.name)
        let isOutdated = record.map { !specification.matches(record: $0) } ?? true
        guard let state else {
            return IndexPlan(
                index: index, mode: .create, target: name(index.name), former: nil, isFormerConcrete: false,
                isOutdated: true)
        }
        let mode = wanted ?? (isOutdated ? .swap : .inPlace)
        let digits = "\(now)".filter(\.isNumber)
        return IndexPlan(
            index: index, mode: mode, target: mode == .swap ? "\(name(index.name))_\(digits)" : state.concrete,
            former: state.concrete, isFormerConcrete: !state.isAlias, isOutdated: isOutdated)
    }
}

/// Where a deployment stands, kept between runs.
struct DeploymentCheckpoint: Sendable, Equatable {
    static let file = "search-deploy.json"

    var started: UTCTime
    var plans: [IndexPlan]
    /// What is done without a gap: `statuses:109876543210987654`, or `statuses:done`.
    var cursor: String?

    init(started: UTCTime, plans: [IndexPlan], cursor: String? = nil) {
        self.started = started
        self.plans = plans
        self.cursor = cursor
    }

    init?(_ bytes: [UInt8]) {
        guard let json = JSONValue(parsing: String(decoding: bytes, as: UTF8.self)),
            json["schema"]?.string == "search.checkpoint/1", let started = json["started"]?.integer,
            let plans = json["plans"]?.array
        else { return nil }
        self.started = UTCTime(Double(started))
        self.plans = plans.compactMap(IndexPlan.init)
        cursor = json["cursor"]?.string
    }

    var bytes: [UInt8] {
        let json = JSONValue.object([
            .init("schema", "search.checkpoint/1"), .init("started", .integer(Int64(started.seconds))),
            .init("plans", .array(plans.map(\.json))), .init("cursor", cursor.map { .string($0) } ?? .null),
        ])
        return Array(json.text.utf8)
    }

    /// What is left of a plan: nil when its index is done; else the place behind which to go on.
    func rest(of index: SearchIndex) -> SearchPlace? {
        guard let cursor, let colon = cursor.firstIndex(of: ":"),
            let current = SearchIndex(rawValue: String(cursor[..<colon])),
            let mine = plans.firstIndex(where: { $0.index == index }),
            let theirs = plans.firstIndex(where: { $0.index == current })
        else { return SearchPlace() }
        if mine > theirs { return SearchPlace() }
        let place = String(cursor[cursor.index(after: colon)...])
        if mine < theirs || place == "done" { return nil }
        if index == .instances { return SearchPlace(.domain(place)) }
        return SearchPlace(Int64(place).map(DocumentID.number))
    }
}
