import Faults
import Model
import Stores

/// Indexes that several runs fill aside together, each a share of the rows.
///
/// All that the runs have to know of each other is in the cluster: the index is called after the number of shares, so
/// that each finds it, and has an alias for each share that is whole, which comes and goes by one call.
struct IndexParts: Sendable {
    /// `statuses_in_4`, with the prefix.
    let target: String
    let count: Int

    init(_ target: String, count: Int) {
        self.target = target
        self.count = count
    }

    /// Those that are to take the place of an index; where one of the same name is in service behind an alias, another.
    init(replacing former: String?, called name: String, count: Int) {
        let target = "\(name)_in_\(count)"
        self.init(target == former ? target + Self.other : target, count: count)
    }

    private static let other = "_b"

    /// Nil for an index of another kind.
    init?(_ target: String, ofIndexCalled name: String) {
        guard target.hasPrefix("\(name)_in_") else { return nil }
        var digits = target.dropFirst(name.count + 4)
        if digits.hasSuffix(Self.other) { digits = digits.dropLast(Self.other.count) }
        guard let count = Int(digits), count > 0 else { return nil }
        self.init(target, count: count)
    }

    /// The alias that says that a share is whole.
    func mark(_ number: Int) -> String { "\(target)_\(number)" }

    /// The shares that are not whole.
    func missing(among aliases: [String]) -> [Int] {
        let known = Set(aliases)
        return (1...count).filter { !known.contains(mark($0)) }
    }
}

extension SearchCluster {
    /// What a share of a deployment has to do: indexes that others may have begun already.
    func parts(
        of indexes: [SearchIndex], _ release: MastodonRelease, _ shard: Shard, at now: UTCTime
    ) async throws -> DeploymentCheckpoint {
        var checkpoint = DeploymentCheckpoint(started: now, plans: [])
        for index in indexes {
            var plan = try await plan(index, release, wanted: .swap, at: now)
            plan.mode = .swap
            plan.target = IndexParts(replacing: plan.former, called: name(index.name), count: shard.count).target
            if let birth = try await birth(of: plan.target) { checkpoint.started = min(checkpoint.started, birth) }
            checkpoint.plans.append(plan)
        }
        return checkpoint
    }

    /// The indexes that are filled by shares, all of them whole.
    ///
    /// - Throws: `Fault(.noSuch)` when there is none, `Fault(.busy)` when a share is missing.
    func wholeParts(of indexes: [SearchIndex]) async throws -> DeploymentCheckpoint {
        var checkpoint = DeploymentCheckpoint(started: .now, plans: [])
        for index in indexes {
            let (name, state) = (name(index.name), try await state(of: index.name))
            for target in try await names(beginningWith: "\(index.name)_in_") {
                guard let parts = IndexParts(target, ofIndexCalled: name), target != state?.concrete else { continue }
                if let first = parts.missing(among: try await aliases(of: target)).first {
                    throw Fault(
                        .busy, "\(index.name) is not whole: share \(first)/\(parts.count) is missing",
                        notes: ["nothing was put in service"],
                        help: "wait for it, or fill it with `mastoctl search deploy --only \(index.name) "
                            + "--shard \(first)/\(parts.count)`")
                }
                checkpoint.started = min(checkpoint.started, try await birth(of: target) ?? .now)
                checkpoint.plans.append(
                    IndexPlan(
                        index: index, mode: .swap, target: target, former: state?.concrete,
                        isFormerConcrete: state.map { !$0.isAlias } ?? false, isOutdated: true))
            }
        }
        if checkpoint.plans.isEmpty {
            throw Fault(
                .noSuch, "no index was filled by shares", help: "begin with `mastoctl search deploy --shard 1/4`")
        }
        return checkpoint
    }
}

extension IndexService {
    /// Goes on with an index that others may have made; the share is not whole until it is marked again.
    func join(_ plan: IndexPlan, _ shard: Shard) async throws {
        if !(try await cluster.exists(plan.target)) {
            do {
                try await create(plan)
                try await cluster.setIndexSettings(
                    plan.target,
                    .object([
                        .init("refresh_interval", -1), .init("number_of_replicas", 0),
                    ]))
            } catch let error as SearchError where error.type == "resource_already_exists_exception" {
                // Another share was first.
            }
        }
        let mark = IndexParts(plan.target, count: shard.count).mark(shard.number)
        guard try await cluster.aliases(of: plan.target).contains(mark) else { return }
        try await cluster.updateAliases([Self.action("remove", plan.target, mark)])
    }

    /// Says that a share is whole.
    func mark(_ plan: IndexPlan, _ shard: Shard) async throws {
        let mark = IndexParts(plan.target, count: shard.count).mark(shard.number)
        try await cluster.updateAliases([Self.action("add", plan.target, mark)])
    }

    private static func action(_ verb: String, _ index: String, _ alias: String) -> JSONValue {
        .object([.init(verb, .object([.init("index", .string(index)), .init("alias", .string(alias))]))])
    }
}
