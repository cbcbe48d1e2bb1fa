import Faults
import Model
import Stores
import Synchronization

/// Creates the search indexes, or brings them up to date, while the server goes on searching.
///
/// A changed index is filled aside and put in the place of the one in service by a single call. Source for the rest:
/// Mastodon 4.2.0 to 4.6.5 `lib/mastodon/cli/search.rb`, `app/lib/importer`.
package struct SearchDeployment: Operation {
    package struct Options: Sendable {
        /// In the order in which they are done: small ones first, as the server does.
        package var indexes = SearchIndex.allCases
        package var imports = true
        package var cleans = true
        package var resetsRecords = false
        package var onlyMapping = false
        /// Rows read at once.
        package var batchSize = 2_000
        /// Documents sent a second at most; nil for no bound.
        package var rate: Double?
        /// Nil chooses by what is there.
        package var mode: DeploymentMode?
        /// Only posts given their id since then.
        package var since: UTCTime?
        package var resumes = false

        package init() {}
    }

    package var name: String { "search deploy" }
    package var risk: Risk { .mild }
    package var deed: String { "indexed" }
    package var tables: Set<String> { [] }
    package var keepsRate: Bool { true }
    package let options: Options
    private let run = DeploymentRun()
    private let rate: DocumentRate?

    package init(_ options: Options) {
        self.options = options
        rate = options.rate.map(DocumentRate.init(perSecond:))
    }

    // MARK: - survey

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        let (cluster, _) = try await SearchAccess.greeted(of: site)
        _ = try SearchAccess.release(of: site)
        var survey = Survey(count: nil, noun: "rows")
        let plans = try await plans(at: site, cluster)
        try await SearchAccess.requireShards(of: plans, cluster, site)
        guard options.imports, !options.onlyMapping else { return survey }
        var estimate = DeploymentEstimate()
        for plan in plans {
            try await estimate.add(SearchSource(plan.index, site.instance), at: site)
        }
        survey.count = estimate.rows
        survey.details = estimate.details
        return survey
    }

    private func plans(at site: Site<ReadOnly>, _ cluster: SearchCluster) async throws -> [IndexPlan] {
        if let known = await run.checkpoint { return known.plans }
        if options.resumes {
            guard let bytes = try site.state.read(DeploymentCheckpoint.file),
                let checkpoint = DeploymentCheckpoint(bytes)
            else {
                throw Fault(.noSuch, "there is no deployment to go on with", help: "run it without --resume")
            }
            await run.resume(checkpoint)
            return checkpoint.plans
        }
        let now = UTCTime.now
        let release = try SearchAccess.release(of: site)
        var plans: [IndexPlan] = []
        for index in options.indexes {
            // An index that is not to be filled must not be put in the place of one that is.
            let mode = options.since == nil && options.imports ? options.mode : .inPlace
            plans.append(try await cluster.plan(index, release, wanted: mode, at: now))
        }
        await run.begin(DeploymentCheckpoint(started: now, plans: plans))
        return plans
    }

    // MARK: - steps

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<DeploymentStep> {
        let cluster = try SearchAccess.cluster(of: site)
        let plans = try await plans(at: site, cluster)
        let checkpoint = await run.checkpoint
        let planner = DeploymentPlanner(
            plans: plans, checkpoint: options.resumes ? checkpoint : nil, options: options, site: site, cluster: cluster
        )
        return Steps { { try await planner.next() } }
    }

    // MARK: - perform

    package func perform(_ step: DeploymentStep, at site: Site<ReadWrite>) async throws -> Outcome {
        let cluster = try SearchAccess.cluster(of: site)
        let release = try SearchAccess.release(of: site)
        do {
            switch step.work {
            case .prepare:
                let former = try site.state.read(DeploymentCheckpoint.file).flatMap(DeploymentCheckpoint.init)
                let service = IndexService(cluster: cluster, release: release)
                try await service.tidy(after: options.resumes ? nil : former)
                if options.resetsRecords { try await service.resetRecords() }
                try await run.save(to: site.state)
                return Outcome()
            case .map(let plan):
                try await IndexService(cluster: cluster, release: release).updateMapping(plan)
                return Outcome(changed: plan.isOutdated ? 1 : 0)
            case .open(let plan):
                try await IndexService(cluster: cluster, release: release).open(plan, isResumed: step.isResumed)
                await run.opened(plan, identity: try await cluster.identity(of: plan.target))
                if plan.mode == .swap { try await run.watch(plan.index, at: site) }
                return Outcome()
            case .fill(let plan, let slice):
                return try await fill(plan, slice, step.count, at: site, cluster)
            case .settle(let plan):
                return try await settle(plan, at: site, cluster)
            case .clean(let plan, let ids):
                let result = try await sending(plan.target, cluster).send([], deleting: ids)
                return outcome(result, changed: result.deleted, ["documents_removed": Int64(result.deleted)])
            case .close(let plan):
                try await IndexService(cluster: cluster, release: release).close(plan)
                await run.closed(plan)
                return Outcome()
            }
        } catch let error as SearchError where error.isReadOnlyBlock {
            throw SearchAccess.readOnly(error, step.index)
        }
    }

    private func fill(
        _ plan: IndexPlan, _ slice: SearchSlice, _ rows: Int, at site: Site<ReadWrite>, _ cluster: SearchCluster
    ) async throws -> Outcome {
        let sending = sending(plan.target, cluster)
        let sent = Mutex(BulkSending.Result())
        let last = try await SearchSource(plan.index, site.instance)
            .documents(of: slice, portion: Self.portion, at: site) { documents in
                let result = try await sending.send(documents)
                sent.withLock { $0.add(result) }
            }
        var result = try await sending.send(last)
        sent.withLock { result.add($0) }
        return outcome(result, changed: rows, ["documents": Int64(result.sent)])
    }

    /// Bytes of documents that a worker keeps before it sends them.
    private static let portion = 4 << 20

    /// Makes what was sent findable, and brings a new index up to what has changed since it was begun.
    private func settle(
        _ plan: IndexPlan, at site: Site<ReadWrite>, _ cluster: SearchCluster
    ) async throws -> Outcome {
        var outcome = Outcome()
        if plan.mode == .swap {
            let changed = try await run.changes(of: plan.index, at: site)
            outcome = try await CatchingUp(index: plan.index, sending: sending(plan.target, cluster))
                .bring(changed, at: site)
        }
        guard await run.isStill(plan, try await cluster.identity(of: plan.target)) else {
            throw Fault(
                .busy, "somebody deleted the index \(plan.index.name) while it was filled",
                notes: ["what is there now under its name was made by the cluster, without a mapping"],
                help: "delete \(plan.target) and run `mastoctl search deploy` again")
        }
        try await cluster.refresh(plan.target)
        return outcome
    }

    private func sending(_ target: String, _ cluster: SearchCluster) -> BulkSending {
        BulkSending(cluster: cluster, target: target, allowance: run.allowance, rate: rate)
    }

    private func outcome(_ result: BulkSending.Result, changed: Int, _ details: [String: Int64]) -> Outcome {
        var outcome = Outcome(changed: changed, bytes: result.bytes, failures: result.failures)
        outcome.details = details
        return outcome
    }

    // MARK: - end

    package func reached(_ cursor: String, at site: Site<ReadWrite>) async {
        do {
            try await run.reached(cursor, site.state)
        } catch {
            site.warnings.warn("a killed run could not go on from here: its state cannot be written")
        }
    }

    package func finish(_ report: inout Report, at site: Site<ReadWrite>) async throws {
        let cluster = try SearchAccess.cluster(of: site)
        if report.stopped == nil {
            // What changed between the last look and the switch.
            for plan in await run.watched {
                let changed = try await run.changes(of: plan, at: site)
                let outcome = try await CatchingUp(index: plan, sending: sending(cluster.name(plan.name), cluster))
                    .bring(changed, at: site)
                report.add(outcome)
            }
            let plans = await run.checkpoint?.plans ?? []
            if options.imports, !options.onlyMapping {
                let service = IndexService(cluster: cluster, release: try SearchAccess.release(of: site))
                try await service.retire(plans)
            }
            site.state.remove(DeploymentCheckpoint.file)
        } else {
            report.next = nil
            site.warnings.warn("the deployment is not finished; go on with `mastoctl search deploy --resume`")
        }
    }

    package func release(_ site: Site<ReadWrite>) async {
        await run.stopWatching()
        guard let cluster = site.search, let release = site.instance.schema.release else { return }
        for plan in await run.open where plan.mode != .swap {
            do {
                try await IndexService(cluster: cluster, release: release).restore(plan)
            } catch {
                site.warnings.warn(
                    "the index \(plan.index.name) keeps refresh_interval -1; the next `mastoctl search deploy` restores it"
                )
            }
        }
    }
}
