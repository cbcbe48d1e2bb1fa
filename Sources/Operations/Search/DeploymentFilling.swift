import Faults
import Model
import Stores
import Synchronization

/// Carries out the parts of a deployment.
struct DeploymentFilling: Sendable {
    let options: SearchDeployment.Options
    let run: DeploymentRun
    let cluster: SearchCluster<ReadWrite>
    let release: MastodonRelease
    let rate: DocumentRate?

    private var service: IndexService { IndexService(cluster: cluster, release: release) }

    func perform(_ part: DeploymentPart, at site: Site<ReadWrite>) async throws -> Outcome {
        do {
            switch part.work {
            case .prepare:
                if options.finishes { return Outcome() }
                if options.shard != nil {
                    try await run.save(to: site.state)
                    return Outcome()
                }
                let former = try site.state.read(DeploymentCheckpoint.file).flatMap(DeploymentCheckpoint.init)
                try await service.tidy(after: options.resumes ? nil : former)
                if options.resetsRecords { try await service.resetRecords() }
                try await run.save(to: site.state)
                return Outcome()
            case .map(let plan):
                try await service.updateMapping(plan)
                return Outcome(changed: plan.isOutdated ? 1 : 0)
            case .open(let plan, let isResumed):
                if let shard = options.shard {
                    try await service.join(plan, shard)
                } else if !options.finishes {
                    try await service.open(plan, isResumed: isResumed)
                }
                await run.opened(plan, identity: try await cluster.identity(of: plan.target))
                if plan.mode == .swap { try await run.watch(plan.index, at: site) }
                return Outcome()
            case .fill(let plan, let slice): return try await fill(plan, slice, part.weight, at: site)
            case .settle(let plan): return try await settle(plan, at: site)
            case .clean(let plan, let ids):
                let result = try await sending(plan.target).send([], deleting: ids)
                return outcome(result, changed: result.deleted, [.documentsRemoved: Int64(result.deleted)])
            case .close(let plan):
                if let shard = options.shard {
                    try await service.mark(plan, shard)
                    await run.closed(plan)
                    return Outcome()
                }
                if case .alias(let reason)? = try await service.close(plan) {
                    site.warnings.warn(
                        "\(cluster.name(plan.index.name)) is an alias now, of \(plan.target) (\(reason)): search works, and "
                            + "the server's dashboard tells a mismatch until `tootctl search deploy --reset-chewy`")
                }
                await run.closed(plan)
                return Outcome()
            }
        } catch let error as SearchError where error.isReadOnlyBlock {
            throw SearchAccess.readOnly(error, part.index)
        }
    }

    private func fill(
        _ plan: IndexPlan, _ slice: SearchSlice, _ rows: Int, at site: Site<ReadWrite>
    ) async throws -> Outcome {
        let sending = sending(plan.target)
        let sent = Mutex(BulkSending.Result())
        let last = try await SearchSource(plan.index, site.instance)
            .documents(of: slice, portion: Self.portion, at: site) { documents in
                let result = try await sending.send(documents)
                sent.withLock { $0.add(result) }
            }
        var result = try await sending.send(last)
        sent.withLock { result.add($0) }
        return outcome(result, changed: rows, [.documents: Int64(result.sent)])
    }

    /// Bytes of documents that a worker keeps before it sends them.
    private static let portion = 4 << 20

    /// Makes what was sent findable, and brings a new index up to what has changed since it was begun.
    private func settle(
        _ plan: IndexPlan, at site: Site<ReadWrite>
    ) async throws -> Outcome {
        var outcome = Outcome()
        if plan.mode == .swap {
            let changed = try await run.changes(of: plan.index, at: site)
            outcome = try await CatchingUp(index: plan.index, sending: sending(plan.target))
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

    private func sending(_ target: String) -> BulkSending {
        BulkSending(cluster: cluster, target: target, allowance: run.allowance, rate: rate)
    }

    private func outcome(_ result: BulkSending.Result, changed: Int, _ figures: [Figure: Int64]) -> Outcome {
        var outcome = Outcome(changed: changed, bytes: result.bytes, failures: result.failures)
        outcome.figures = figures
        return outcome
    }

    // MARK: - end

    func reached(_ cursor: String, at site: Site<ReadWrite>) async {
        do {
            try await run.reached(cursor, site.state)
        } catch {
            site.warnings.warn("a killed run could not go on from here: its state cannot be written")
        }
    }

    func finish(_ report: inout Report, at site: Site<ReadWrite>) async throws {
        guard report.stopped == nil else {
            report.next = nil
            let words = options.shard.map { " --shard \($0.number)/\($0.count)" } ?? ""
            site.warnings.warn(
                "the deployment is not finished; go on with `mastoctl search deploy\(words) "
                    + (options.finishes ? "--finish`" : "--resume`"))
            return
        }
        if options.shard != nil { return site.state.remove(options.file) }
        // What changed between the last look and the switch.
        for plan in await run.watched {
            let changed = try await run.changes(of: plan, at: site)
            report.add(
                try await CatchingUp(index: plan, sending: sending(cluster.name(plan.name))).bring(changed, at: site))
        }
        if options.imports, !options.onlyMapping { try await service.retire(await run.checkpoint.plans) }
        if !options.finishes { site.state.remove(options.file) }
    }

    func release(_ site: Site<ReadWrite>) async {
        await run.stopWatching()
        for plan in await run.open where plan.mode != .swap {
            do {
                try await service.restore(plan)
            } catch {
                site.warnings.warn(
                    "the index \(plan.index.name) keeps refresh_interval -1; the next `mastoctl search deploy` restores it"
                )
            }
        }
    }
}
