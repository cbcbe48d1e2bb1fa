import Faults
import Model
import Stores

/// Lets the server fetch remote attachments again, through its own jobs.
package struct MediaRefresh: Operation {
    package var name: String { "media refresh" }
    package var risk: Risk { .mild }
    package var lane: Lane { .jobs }
    package var deed: String { waits ? "fetched" : "queued" }
    package var tables: Set<String> { ["media_attachments", "accounts", "domain_blocks"] }

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

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        let files = RefreshableFiles(selection, now: .now)
        let (isKnown, count) = try await site.database.read {
            (try await files.hasAccount(over: $0), try await files.count(over: $0))
        }
        if !isKnown, case .account(let handle) = selection.source {
            throw Fault(.noSuch, "no account \(handle) is known here", help: "name it as user@domain")
        }
        return Survey(count: count, noun: "media attachments")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<Rows> {
        let files = RefreshableFiles(selection, now: .now)
        let size = batch
        return Steps {
            var last: Int64 = 0
            var isOver = false
            return {
                if isOver { return nil }
                let after = last
                let page = try await site.database.read { try await files.page(after: after, size: size, over: $0) }
                isOver = page.count < size
                guard let end = page.last else { return nil }
                last = end.id
                return Rows(rows: page)
            }
        }
    }

    package func perform(_ step: Rows, at site: Site<ReadWrite>) async throws -> Outcome {
        let files = RefreshableFiles(selection, now: .now)
        let rows = try await site.database.read { try await files.still(step.rows.map(\.id), over: $0) }
        var outcome = Outcome(skipped: step.rows.count - rows.count)
        guard !rows.isEmpty else { return outcome }
        let jobs = rows.map { SidekiqJob(worker, [.integer($0.id)]) }
        let pushing = JobPushing(of: worker, waits: waits, queueLimit: queueLimit)
        guard try await pushing.push(jobs, to: site) else {
            outcome.details["not queued"] = Int64(rows.count)
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
        tell(endings, rowOf, try await fetched(rows, files, at: site), &outcome)
        return outcome
    }

    private func fetched(
        _ rows: [RefreshableRow], _ files: RefreshableFiles, at site: Site<ReadWrite>
    ) async throws -> [Int64: RefreshableRow] {
        if rows.isEmpty { return [:] }
        let now = try await site.database.read { try await files.fetched(since: rows, over: $0) }
        return Dictionary(now.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Adds up what became of the rows. A file that came counts whatever its job says.
    private func tell(
        _ endings: [String: JobState], _ rowOf: [String: RefreshableRow], _ fetched: [Int64: RefreshableRow],
        _ outcome: inout Outcome
    ) {
        var counts: [String: Int64] = [:]
        for (job, row) in rowOf.sorted(by: { $0.value.id < $1.value.id }) {
            if let now = fetched[row.id] {
                outcome.changed += 1
                outcome.bytes += now.bytes
                continue
            }
            switch endings[job] ?? .done {
            case .done: counts["not to be had", default: 0] += 1
            case .retried: counts["to be tried again", default: 0] += 1
            case .enqueued, .running: counts["left to the server", default: 0] += 1
            case .dead:
                outcome.failures.append(
                    ItemFailure(item: "media_attachments \(row.id)", reason: "its job failed for good"))
            }
        }
        outcome.details = counts
        outcome.isCutShort = counts["left to the server"] != nil
    }

    /// Rows whose jobs are pushed together.
    package struct Rows: OperationStep {
        package var rows: [RefreshableRow]

        package var count: Int { rows.count }
        /// Of the files there are; what is still to come nobody knows.
        package var bytes: Int64 { rows.reduce(0) { $0 + $1.bytes } }
        package var labels: [String] { rows.map { "\($0.id)" } }
        package func prefix(_ count: Int) -> Self { Rows(rows: Array(rows.prefix(count))) }
        package func dropFirst(_ count: Int) -> Self { Rows(rows: Array(rows.dropFirst(count))) }
    }
}
