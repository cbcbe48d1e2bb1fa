import Faults
import Model
import Stores

/// The way by the server's own worker, which purges one domain a job.
///
/// Source: Mastodon 4.6.5 `app/workers/admin/domain_purge_worker.rb`; the same since 4.2.
extension DomainPurge {
    func jobSurvey(_ extent: PurgeScope.Extent, at site: Site<ReadOnly>) async throws -> Survey {
        if selection.isByURI {
            throw Fault(
                .usage, "the server's own worker goes by the domain of the handle",
                help: "leave out --by-uri, or give --via direct")
        }
        let domains = try await site.database.read { try await PurgeScope.find(selection, over: $0) }.domains
        var survey = Survey(count: domains.count + extent.blocks, noun: "domains")
        survey.warnings.append("\(extent.accounts) accounts and their posts go with them")
        return survey
    }

    func jobSteps(at site: Site<ReadOnly>) async throws -> Steps<Part> {
        let (domains, blocked) = try await site.database.read { connection in
            let scope = try await PurgeScope.find(selection, over: connection)
            return (scope.domains, selection.takesBlocks ? try await scope.blocked(over: connection) : [])
        }
        return Steps(domains.map { Part.jobs([$0]) } + (blocked.isEmpty ? [] : [.blocks(blocked)]))
    }

    func queue(_ domains: [String], at site: Site<ReadWrite>) async throws -> Outcome {
        let worker = SidekiqWorker.domainPurge
        let processes = try await site.jobs.processes()
        if waits, !processes.contains(where: { $0.queues.contains(worker.queue) && !$0.isQuiet }) {
            throw Fault(
                .unreachable, "no Sidekiq process takes jobs from the queue \(worker.queue)",
                notes: ["nothing was queued by this step"],
                help: "start the server's Sidekiq, or queue the jobs all the same with --no-wait")
        }
        let jobs = domains.map { SidekiqJob(worker, [.string($0)]) }
        guard case .pushed(let held) = try await site.jobs.push(jobs, at: .now, processes: processes) else {
            return Outcome(skipped: domains.count)
        }
        for job in held {
            site.warnings.warn(
                "\(worker.name) was not queued for \(job.arguments[0].string ?? ""): the same job is queued or running "
                    + "already, or its lock was left by a process that was killed")
        }
        let pushed = jobs.filter { !held.contains($0) }
        var outcome = Outcome(skipped: held.count)
        guard waits else {
            outcome.changed = pushed.count
            return outcome
        }
        let names = Dictionary(zip(jobs.map(\.id), domains)) { first, _ in first }
        let endings = try await JobFollowing(site.jobs, of: worker).end(of: Set(pushed.map(\.id))) { vanished in
            let asked = vanished.compactMap { names[$0] }
            let left = try await site.database.read { try await PurgeScope.unfinished(asked, over: $0) }
            return vanished.filter { names[$0].map { !left.contains($0) } ?? true }
        }
        outcome.tell(endings, names: names, worker)
        return outcome
    }
}
