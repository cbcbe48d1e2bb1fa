import Faults
import Model
import Stores

/// Takes an index out of service for a deployment and back.
struct IndexService: Sendable {
    let cluster: SearchCluster<ReadWrite>
    let release: MastodonRelease

    func specification(_ index: SearchIndex) -> IndexSpecification {
        IndexSpecification(index, release: release, preset: cluster.preset)
    }

    /// Creates what is written to, and lets it take documents as fast as it can.
    func open(_ plan: IndexPlan, isResumed: Bool) async throws {
        switch plan.mode {
        case .create:
            if try await cluster.state(of: plan.index.name) == nil {
                try await create(plan)
                // At once, so that the server's own indexing finds the index it expects.
                try await record(plan.index)
            }
        case .swap:
            if isResumed, try await cluster.exists(plan.target) { break }
            try await cluster.delete(plan.target)
            try await create(plan)
        case .inPlace: try await updateMapping(plan)
        }
        var settings: [JSONValue.Member] = [.init("refresh_interval", -1)]
        if plan.mode == .swap {
            settings.append(.init("number_of_replicas", 0))
            settings.append(.init("blocks.write", .null))
        }
        try await cluster.setIndexSettings(plan.target, .object(settings))
    }

    /// Without a place for its shards an index takes documents only to lose them, and trying again finds it there.
    func create(_ plan: IndexPlan) async throws {
        do {
            try await cluster.create(plan.target, specification(plan.index).body)
        } catch let error as SearchError where error.type == "unavailable_shards_exception" {
            try await cluster.delete(plan.target)
            throw Fault(
                .unreachable, "the cluster has no place for the index \(plan.index.name)", notes: [error.reason],
                help: "see GET /_cluster/allocation/explain: nodes may be missing, or their disks nearly full",
                cause: error)
        }
    }

    /// Puts back what holds in service; a new index takes the place of the former.
    ///
    /// - Returns: how it took it; nil where no index was switched.
    func close(_ plan: IndexPlan) async throws -> IndexSwitch? {
        try await restore(plan)
        guard plan.mode == .swap else {
            if plan.isOutdated, plan.mode == .create { try await record(plan.index) }
            return nil
        }
        let way = try await IndexSwitching(cluster: cluster).put(plan)
        try await record(plan.index)
        return way
    }

    /// Deletes indexes that were in service behind an alias, a moment after the last search may have gone to them.
    func retire(_ plans: [IndexPlan]) async throws {
        let formers = plans.filter { $0.mode == .swap && !$0.isFormerConcrete }.compactMap(\.former)
        if formers.isEmpty { return }
        try await Task.sleep(for: .seconds(2))
        for former in formers { try await cluster.delete(former) }
    }

    func restore(_ plan: IndexPlan) async throws {
        var settings: [JSONValue.Member] = [.init("refresh_interval", .string(IndexSpecification.refresh))]
        if plan.mode == .swap { settings.append(.init("number_of_replicas", .integer(cluster.preset.replicas))) }
        try await cluster.setIndexSettings(plan.target, .object(settings))
    }

    private func record(_ index: SearchIndex) async throws {
        try await cluster.setRecords([(index.name, specification(index).record)])
    }

    /// Puts right what a run that was killed, and is not gone on with, has left: settings that hold for a run only, and
    /// indexes that never came into service.
    func tidy(after former: DeploymentCheckpoint?) async throws {
        for plan in former?.plans ?? [] {
            if plan.mode == .swap {
                guard let state = try await cluster.state(of: plan.index.name) else {
                    // Killed between taking the former away and the copy: it is whole.
                    if try await cluster.isSealed(plan.target) {
                        try await IndexSwitching(cluster: cluster).alias(plan, replacing: nil)
                    }
                    continue
                }
                if state.concrete != plan.target { try await cluster.delete(plan.target) }
            } else if try await cluster.exists(plan.target) {
                try await restore(plan)
            }
        }
    }

    /// Makes the index of the records anew, with its own record in it, as the server's reset does.
    func resetRecords() async throws {
        if let state = try await cluster.state(of: IndexSpecification.recordIndex) {
            try await cluster.delete(state.concrete)
        }
        try await cluster.setRecords([IndexSpecification.ownRecord(cluster.preset)])
    }

    /// Brings analyzers and mapping up to date without touching a document. The index is closed meanwhile.
    func updateMapping(_ plan: IndexPlan) async throws {
        guard plan.isOutdated, let former = plan.former else { return }
        let specification = specification(plan.index)
        do {
            try await cluster.update(former, analysis: specification.analysis, mappings: specification.mappings)
        } catch let error as SearchError where error.status == 400 {
            throw Fault(
                .badData, "the mapping of \(plan.index.name) cannot be changed where it is", notes: ["\(error)"],
                help: "fill it anew aside with `mastoctl search deploy --swap --only \(plan.index.name)`", cause: error)
        }
        try await record(plan.index)
    }
}
