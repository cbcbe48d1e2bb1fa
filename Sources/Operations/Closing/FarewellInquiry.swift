import Model
import Stores

/// Who has been told that a server closes, server by server: what is left to prove it by.
package struct FarewellProof: Sendable, Encodable {
    package enum State: String, Sendable, Encodable, CaseIterable {
        /// Nothing waits for it, and its last delivery did not fail.
        case told
        /// Accounts or deliveries are still to come.
        case waiting
        /// A delivery failed and will be tried again.
        case retrying
        /// Deliveries failed, and none is left to be tried.
        case failed
        /// The server had given up delivering there before, and does not try.
        case unavailable
    }

    package struct Server: Sendable, Encodable {
        package var host: String
        package var state: State
        /// Deliveries that wait or will be tried again.
        package var deliveries: Int
    }

    package var schema = "self-destruct.servers/1"
    package var domain: String
    package var at: UTCTime
    package var accountsPending: Int
    package var servers: [Server]

    package func count(_ state: State) -> Int { servers.count { $0.state == state } }

    /// Whether no other server is left that may still be told.
    package var isComplete: Bool { accountsPending == 0 && count(.waiting) + count(.retrying) == 0 }
}

/// Asks who has been told.
package struct FarewellInquiry: Question {
    private let domain: String
    private let states: Set<FarewellProof.State>

    /// - Parameter states: which servers are told of; none for all.
    package init(_ seal: SelfDestructSeal, states: [FarewellProof.State] = []) {
        domain = seal.domain
        self.states = Set(states)
    }

    /// - Throws: `RedisError`.
    package func answer(at site: Site<ReadOnly>) async throws -> FarewellProof {
        let schema = site.instance.schema
        let (pending, hosts) = try await site.database.read { connection in
            let accounts = try await connection.farewells.accounts(on: schema)
            return (accounts.pending, try await connection.farewells.hosts())
        }
        // Retries are read last, so that no delivery is missed that goes from a queue to them meanwhile.
        var waiting: [String: Int] = [:]
        for queue in try await site.jobs.queueNames() {
            try await count(.queue(queue), at: site, into: &waiting)
        }
        var retried: [String: Int] = [:]
        try await count(.scheduled, at: site, into: &retried)
        try await count(.retry, at: site, into: &retried)
        let failures = try await failures(of: hosts.map(\.host), at: site)
        var servers: [FarewellProof.Server] = []
        for (host, isGivenUp) in hosts {
            let state: FarewellProof.State =
                if isGivenUp {
                    .unavailable
                } else if retried[host] != nil {
                    .retrying
                } else if waiting[host] != nil || pending > 0 {
                    .waiting
                } else {
                    failures.contains(host) ? .failed : .told
                }
            let deliveries = waiting[host, default: 0] + retried[host, default: 0]
            servers.append(FarewellProof.Server(host: host, state: state, deliveries: deliveries))
        }
        return FarewellProof(
            domain: domain, at: .now, accountsPending: pending,
            servers: servers.filter { states.isEmpty || states.contains($0.state) })
    }

    private func count(_ place: JobPlace, at site: Site<ReadOnly>, into counts: inout [String: Int]) async throws {
        for try await page in site.jobs.pages(of: place) {
            for job in page where job.record.shortName.hasSuffix("DeliveryWorker") {
                if let host = job.record.host { counts[host, default: 0] += 1 }
            }
        }
    }

    /// Those where the last delivery failed: a success makes the server forget failures.
    private func failures(of hosts: [String], at site: Site<ReadOnly>) async throws -> Set<String> {
        var failed: Set<String> = []
        for start in stride(from: 0, to: hosts.count, by: 1_000) {
            let page = Array(hosts[start..<min(start + 1_000, hosts.count)])
            let days = try await site.keys.failureDays(of: page)
            failed.formUnion(zip(page, days).filter { $0.1 > 0 }.map(\.0))
        }
        return failed
    }
}
