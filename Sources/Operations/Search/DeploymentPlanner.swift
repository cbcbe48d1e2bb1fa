import Model
import Stores

/// One piece of a deployment; each is a batch of its own, since half of one has no name.
package struct DeploymentPart: WorkItem {
    enum Work: Sendable {
        /// Puts right what a killed run has left.
        case prepare
        /// Only the mapping is brought up to date.
        case map(IndexPlan)
        case open(IndexPlan, isResumed: Bool)
        case fill(IndexPlan, SearchSlice)
        case settle(IndexPlan)
        /// Documents that do not belong into the index any more.
        case clean(IndexPlan, [DocumentID])
        case close(IndexPlan)
    }

    let work: Work
    /// Rows.
    package let weight: Int
    package var label: String? { nil }

    var index: SearchIndex? {
        switch work {
        case .prepare: nil
        case .map(let plan), .open(let plan, _), .fill(let plan, _), .settle(let plan), .clean(let plan, _),
            .close(let plan):
            plan.index
        }
    }

    fileprivate var isAlone: Bool {
        switch work {
        case .fill, .clean: false
        case .prepare, .map, .open, .settle, .close: true
        }
    }

    fileprivate static func batch(_ work: Work, weight: Int = 0, cursor: String? = nil) -> Batch<DeploymentPart> {
        let part = DeploymentPart(work: work, weight: weight)
        return Batch([part], visited: weight, cursor: cursor, isAlone: part.isAlone)
    }
}

/// Gives the parts of a deployment one by one, as they are asked for.
actor DeploymentPlanner {
    private enum Stage {
        case prepare
        case map
        case open
        case fill(SearchPlace)
        case settle
        case clean(String?)
        case close
    }

    private var plans: ArraySlice<IndexPlan>
    private let checkpoint: DeploymentCheckpoint
    private let resumes: Bool
    private let options: SearchDeployment.Options
    private let site: Site<ReadOnly>
    private let cluster: SearchCluster<ReadOnly>
    private var stage = Stage.prepare
    private var finished: Set<SearchIndex> = []

    init(
        _ checkpoint: DeploymentCheckpoint, options: SearchDeployment.Options, site: Site<ReadOnly>,
        cluster: SearchCluster<ReadOnly>
    ) {
        plans = checkpoint.plans[...]
        self.checkpoint = checkpoint
        resumes = options.resumes
        self.options = options
        self.site = site
        self.cluster = cluster
    }

    func next() async throws -> Batch<DeploymentPart>? {
        if case .prepare = stage {
            stage = options.onlyMapping ? .map : .open
            return DeploymentPart.batch(.prepare)
        }
        while let plan = plans.first {
            if case .map = stage {
                plans.removeFirst()
                return DeploymentPart.batch(.map(plan), weight: plan.isOutdated ? 1 : 0)
            }
            guard let start = start(of: plan.index) else {
                plans.removeFirst()
                continue
            }
            if let batch = try await batch(plan, start) { return batch }
        }
        return nil
    }

    /// The place behind which to begin; nil when the index is done.
    private func start(of index: SearchIndex) -> SearchPlace? {
        if resumes { return checkpoint.rest(of: index) }
        if let since = options.since, index == .statuses || index == .publicStatuses {
            return SearchPlace(.number(Snowflake.first(at: since) - 1))
        }
        return SearchPlace()
    }

    private func batch(_ plan: IndexPlan, _ start: SearchPlace) async throws -> Batch<DeploymentPart>? {
        switch stage {
        case .prepare, .map: return nil
        case .open:
            stage = options.finishes ? .settle : options.imports ? .fill(start) : plan.former == nil ? .close : .settle
            return DeploymentPart.batch(.open(plan, isResumed: resumes && start.id != nil))
        case .fill(let place):
            let source = SearchSource(plan.index, site.instance)
            // Not more than a second's worth: a batch that was begun is brought to its end.
            let size = min(options.batchSize, options.rate.map(DocumentRate.portion) ?? .max)
            guard
                let next = try await site.database.read({
                    try await source.slice(after: place, size: size, shard: options.shard, over: $0)
                })
            else {
                stage = .settle
                return nil
            }
            stage = .fill(next.place)
            let cursor = next.place.id.map { "\(plan.index.name):\($0)" }
            return DeploymentPart.batch(.fill(plan, next.slice), weight: next.rows, cursor: cursor)
        case .settle:
            let isOld = plan.mode == .inPlace && options.since == nil || options.finishes
            stage = options.cleans && isOld ? .clean(nil) : .close
            return DeploymentPart.batch(.settle(plan))
        case .clean(let token):
            return try await clean(plan, token)
        case .close:
            plans.removeFirst()
            stage = .open
            return DeploymentPart.batch(.close(plan), cursor: "\(plan.index.name):done")
        }
    }

    /// The next documents whose rows are gone or have left the index' scope.
    private func clean(_ plan: IndexPlan, _ token: String?) async throws -> Batch<DeploymentPart>? {
        guard let page = try await cluster.scroll(whole: plan.target, next: token) else {
            stage = .close
            return nil
        }
        stage = .clean(page.token)
        let ids = page.documents.map { plan.index.documentID($0.id) }
        let known = try await SearchSource(plan.index, site.instance).idsInScope(.naming(ids), at: site)
        let stale = ids.filter { !known.contains($0) }
        return stale.isEmpty ? nil : DeploymentPart.batch(.clean(plan, stale), weight: stale.count)
    }
}

extension SearchSlice {
    /// The rows of those documents. Names that no row can have fall out.
    static func naming(_ ids: [DocumentID]) -> SearchSlice {
        let numbers = ids.compactMap { if case .number(let number) = $0 { number } else { nil } }
        if !numbers.isEmpty { return .ids(numbers) }
        return .domainNames(ids.map(\.description))
    }
}
