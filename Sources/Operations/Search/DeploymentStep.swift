import Model
import Stores

/// One piece of a deployment.
package struct DeploymentStep: OperationStep {
    enum Work: Sendable {
        /// Puts right what a killed run has left.
        case prepare
        /// Only the mapping is brought up to date.
        case map(IndexPlan)
        case open(IndexPlan)
        case fill(IndexPlan, SearchSlice)
        case settle(IndexPlan)
        /// Documents that do not belong into the index any more.
        case clean(IndexPlan, [DocumentID])
        case close(IndexPlan)
    }

    let work: Work
    package let count: Int
    package let cursor: String?
    var isResumed = false

    init(_ work: Work, count: Int = 0, cursor: String? = nil, isResumed: Bool = false) {
        self.work = work
        self.count = count
        self.cursor = cursor
        self.isResumed = isResumed
    }

    var index: SearchIndex? {
        switch work {
        case .prepare: nil
        case .map(let plan), .open(let plan), .fill(let plan, _), .settle(let plan), .clean(let plan, _),
            .close(let plan):
            plan.index
        }
    }

    package var isAlone: Bool {
        switch work {
        case .fill, .clean: false
        case .prepare, .map, .open, .settle, .close: true
        }
    }

    package var labels: [String] { [] }

    /// A slice is done whole: half of one has no name.
    package func prefix(_ count: Int) -> Self { self }
    package func dropFirst(_ count: Int) -> Self { DeploymentStep(work, count: 0, cursor: cursor) }
}

/// Gives the steps of a deployment one by one, as they are asked for.
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
    private let checkpoint: DeploymentCheckpoint?
    private let options: SearchDeployment.Options
    private let site: Site<ReadOnly>
    private let cluster: SearchCluster
    private var stage = Stage.prepare
    private var finished: Set<SearchIndex> = []

    init(
        plans: [IndexPlan], checkpoint: DeploymentCheckpoint?, options: SearchDeployment.Options, site: Site<ReadOnly>,
        cluster: SearchCluster
    ) {
        self.plans = plans[...]
        self.checkpoint = checkpoint
        self.options = options
        self.site = site
        self.cluster = cluster
    }

    func next() async throws -> DeploymentStep? {
        if case .prepare = stage {
            stage = options.onlyMapping ? .map : .open
            return DeploymentStep(.prepare)
        }
        while let plan = plans.first {
            if case .map = stage {
                plans.removeFirst()
                return DeploymentStep(.map(plan), count: plan.isOutdated ? 1 : 0)
            }
            guard let start = start(of: plan.index) else {
                plans.removeFirst()
                continue
            }
            if let step = try await step(plan, start) { return step }
        }
        return nil
    }

    /// The place behind which to begin; nil when the index is done.
    private func start(of index: SearchIndex) -> SearchPlace? {
        if let checkpoint { return checkpoint.rest(of: index) }
        if let since = options.since, index == .statuses || index == .publicStatuses {
            return SearchPlace(.number(Snowflake.first(at: since) - 1))
        }
        return SearchPlace()
    }

    private func step(_ plan: IndexPlan, _ start: SearchPlace) async throws -> DeploymentStep? {
        switch stage {
        case .prepare, .map: return nil
        case .open:
            stage = options.imports ? .fill(start) : plan.former == nil ? .close : .settle
            return DeploymentStep(.open(plan), isResumed: checkpoint != nil && start.id != nil)
        case .fill(let place):
            let source = SearchSource(plan.index, site.instance)
            // Not more than a second's worth: a step that was begun is brought to its end.
            let size = min(options.batchSize, options.rate.map(DocumentRate.portion) ?? .max)
            guard
                let next = try await site.database.read({ try await source.slice(after: place, size: size, over: $0) })
            else {
                stage = .settle
                return nil
            }
            stage = .fill(next.place)
            let cursor = next.place.id.map { "\(plan.index.name):\($0)" }
            return DeploymentStep(.fill(plan, next.slice), count: next.rows, cursor: cursor)
        case .settle:
            stage = options.cleans && plan.mode == .inPlace && options.since == nil ? .clean(nil) : .close
            return DeploymentStep(.settle(plan))
        case .clean(let token):
            return try await clean(plan, token)
        case .close:
            plans.removeFirst()
            stage = .open
            return DeploymentStep(.close(plan), cursor: "\(plan.index.name):done")
        }
    }

    /// The next documents whose rows are gone or have left the index' scope.
    private func clean(_ plan: IndexPlan, _ token: String?) async throws -> DeploymentStep? {
        guard let page = try await cluster.scroll(plan.index.name, next: token) else {
            stage = .close
            return nil
        }
        stage = .clean(page.token)
        let ids = page.documents.map { plan.index.documentID($0.id) }
        let known = try await SearchSource(plan.index, site.instance).idsInScope(.naming(ids), at: site)
        let stale = ids.filter { !known.contains($0) }
        return stale.isEmpty ? nil : DeploymentStep(.clean(plan, stale), count: stale.count)
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
