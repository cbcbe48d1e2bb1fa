import Faults
import Model
import Stores

/// The way by the server's own worker, which purges one domain a job.
///
/// Source: Mastodon 4.6.5 `app/workers/admin/domain_purge_worker.rb`; the same since 4.2.
extension DomainPurge {
    func prepareJobs(at site: Site<ReadOnly>) async throws -> Prepared<Part> {
        if selection.isByURI {
            throw Fault(
                .usage, "the server's own worker goes by the domain of the handle",
                help: "leave out --by-uri, or give --via direct")
        }
        let (scope, extent, blocked) = try await site.database.read { connection in
            let scope = try await PurgeScope.find(selection, over: connection)
            return (
                scope, try await scope.extent(over: connection),
                selection.takesBlocks ? try await scope.blocked(over: connection) : []
            )
        }
        let survey = Survey(
            count: scope.domains.count + extent.blocks,
            foreseen: [.domain(.accountsGo(extent.accounts))] + Self.loss(by: extent))
        let parts = scope.domains.map { Part.domain($0) } + (blocked.isEmpty ? [] : [.blocks(blocked)])
        return Prepared(survey, Batches(of: parts, by: 1, isAlone: true)) { parts, site in
            guard case .domain(let domain)? = parts.first else { return try await removeBlocks(at: site) }
            return try await queue(domain, at: site)
        }
    }

    private func queue(_ domain: String, at site: Site<ReadWrite>) async throws -> Outcome {
        let worker = SidekiqWorker.domainPurge
        let jobs = NamedJobs(of: worker, [(domain, [.string(domain)])])
        return try await jobs.push(waits: waits, at: site) { names in
            let left = try await site.database.read { try await PurgeScope.unfinished(names, over: $0) }
            return names.filter { !left.contains($0) }
        }
    }
}
