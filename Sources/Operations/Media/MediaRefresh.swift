import Faults
import Model
import Stores

/// Lets the server fetch remote attachments again, through its own jobs.
package struct MediaRefresh: Operation {
    package var card: Card {
        Card(
            "media refresh", of: "media attachments", waits ? "fetched" : "queued", lane: .jobs,
            tables: ["media_attachments", "accounts", "domain_blocks"])
    }

    package let selection: RefreshSelection
    /// Whether a step ends with its jobs, or as soon as they are queued.
    package let waits: Bool
    /// Jobs that may wait in the queue, whoever pushed them.
    package let queueLimit: Int
    /// How often Redis may fail to answer in a row, a second apart, before the jobs are lost sight of.
    var patience = 10

    private let worker = SidekiqWorker.redownloadMedia
    /// Jobs in one push. Small, so that several steps under way keep all of Sidekiq's threads busy.
    private var batch: Int { max(1, min(100, queueLimit)) }

    package init(_ selection: RefreshSelection, waits: Bool = true, queueLimit: Int = 1_000) {
        self.selection = selection
        self.waits = waits
        self.queueLimit = queueLimit
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<RefreshableRow> {
        let files = RefreshableFiles(selection, now: .now)
        let (isKnown, count) = try await site.database.read {
            (try await files.hasAccount(over: $0), try await files.count(over: $0))
        }
        if !isKnown, case .account(let handle) = selection.source {
            throw Fault(.noSuch, "no account \(handle) is known here", help: "name it as user@domain")
        }
        let size = batch
        let batches = Batches(pagesOf: size, after: 0, by: \RefreshableRow.id) { after in
            try await site.database.read { try await files.page(after: after, size: size, over: $0) }
        }
        return Prepared(Survey(count: count), batches) { rows, site in
            try await refresh(rows, files, at: site)
        }
    }

    private func refresh(
        _ planned: [RefreshableRow], _ files: RefreshableFiles, at site: Site<ReadWrite>
    ) async throws -> Outcome {
        let rows = try await site.database.read { try await files.still(planned.map(\.id), over: $0) }
        var outcome = Outcome(skipped: planned.count - rows.count)
        guard !rows.isEmpty else { return outcome }
        let jobs = rows.map { SidekiqJob(worker, [.integer($0.id)]) }
        let pushing = JobPushing(of: worker, waits: waits, queueLimit: queueLimit)
        guard try await pushing.push(jobs, to: site) else {
            outcome.note(.notQueued, rows.count)
            outcome.isCutShort = true
            return outcome
        }
        guard waits else {
            outcome.changed = rows.count
            return outcome
        }
        let rowOf = Dictionary(zip(jobs.map(\.id), rows), uniquingKeysWith: { first, _ in first })
        var following = JobFollowing(site.jobs, of: worker)
        following.patience = patience
        let endings = try await following.end(of: Set(rowOf.keys)) { vanished in
            let fetched = try await fetched(vanished.compactMap { rowOf[$0] }, files, at: site)
            return vanished.filter { rowOf[$0].map { fetched[$0.id] != nil } ?? false }
        }
        // A file that came counts whatever its job says.
        let came = try await fetched(rows, files, at: site)
        outcome.changed = came.count
        outcome.bytes = came.values.reduce(0) { $0 + $1.bytes }
        let others = zip(jobs, rows).filter { came[$1.id] == nil }
        endings.add(
            to: &outcome, names: others.map { (key: $0.id, value: "media_attachments \($1.id)") }, idle: .notToBeHad)
        return outcome
    }

    private func fetched(
        _ rows: [RefreshableRow], _ files: RefreshableFiles, at site: Site<ReadWrite>
    ) async throws -> [Int64: RefreshableRow] {
        if rows.isEmpty { return [:] }
        let now = try await site.database.read { try await files.fetched(since: rows, over: $0) }
        return Dictionary(now.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

extension RefreshableRow: WorkItem {
    package var label: String? { "\(id)" }
}
