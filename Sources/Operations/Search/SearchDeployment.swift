import Faults
import Model
import Stores

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
        /// Fills only one share of indexes that several runs fill aside together.
        package var shard: Shard?
        /// Puts such indexes in service.
        package var finishes = false

        /// Where it is kept how far the run is.
        var file: String {
            shard.map { "search-deploy-\($0.number)-of-\($0.count).json" } ?? DeploymentCheckpoint.file
        }

        package init() {}
    }

    package let options: Options

    package init(_ options: Options) {
        self.options = options
    }

    package var card: Card {
        Card(
            "search deploy", of: "rows", "indexed",
            lock: options.shard.map { .shared("search deploy \($0.number)/\($0.count)") } ?? .own, tables: [],
            keepsRate: true)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<DeploymentPart> {
        let (cluster, _) = try await SearchAccess.greeted(of: site)
        let release = try SearchAccess.release(of: site)
        let checkpoint = try await checkpoint(at: site, cluster, release)
        try await SearchAccess.requireShards(of: checkpoint.plans, cluster, site)
        let planner = DeploymentPlanner(checkpoint, options: options, site: site, cluster: cluster)
        let run = DeploymentRun(checkpoint, file: options.file)
        let rate = options.rate.map(DocumentRate.init(perSecond:))
        let filling = { @Sendable (site: Site<ReadWrite>) in
            DeploymentFilling(
                options: options, run: run, cluster: try SearchAccess.cluster(of: site), release: release, rate: rate)
        }
        return Prepared(try await survey(checkpoint.plans, at: site), Batches { { try await planner.next() } }) {
            parts, site in
            guard let part = parts.first else { return Outcome() }
            return try await filling(site).perform(part, at: site)
        }.reached { cursor, site in
            await (try? filling(site))?.reached(cursor, at: site)
        }.finish { report, site in
            try await filling(site).finish(&report, at: site)
        }.release { site in
            await (try? filling(site))?.release(site)
        }
    }

    private func survey(_ plans: [IndexPlan], at site: Site<ReadOnly>) async throws -> Survey {
        guard options.imports, !options.onlyMapping, !options.finishes else { return Survey(count: nil) }
        var estimate = DeploymentEstimate()
        for plan in plans { try await estimate.add(SearchSource(plan.index, site.instance), at: site) }
        let share = options.shard?.count ?? 1
        return Survey(count: estimate.rows / share, figures: estimate.figures.mapValues { $0 / Int64(share) })
    }

    /// Where the deployment stands: that of a run to go on with, or its beginning.
    private func checkpoint(
        at site: Site<ReadOnly>, _ cluster: SearchCluster<ReadOnly>, _ release: MastodonRelease
    ) async throws -> DeploymentCheckpoint {
        if options.resumes {
            guard let bytes = try site.state.read(options.file),
                let checkpoint = DeploymentCheckpoint(bytes)
            else {
                throw Fault(.noSuch, "there is no deployment to go on with", help: "run it without --resume")
            }
            return checkpoint
        }
        if options.finishes { return try await cluster.wholeParts(of: options.indexes) }
        let now = UTCTime.now
        if let shard = options.shard {
            return try await cluster.parts(of: options.indexes, release, shard, at: now)
        }
        // An index that is not to be filled must not be put in the place of one that is.
        let mode = options.since == nil && options.imports ? options.mode : .inPlace
        var plans: [IndexPlan] = []
        for index in options.indexes { plans.append(try await cluster.plan(index, release, wanted: mode, at: now)) }
        return DeploymentCheckpoint(started: now, plans: plans)
    }
}
