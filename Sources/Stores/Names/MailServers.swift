import DNS
import Model

/// Finds the hosts that take mail for domains, several at a time.
package struct MailServers: Sendable {
    private let clients: [NameClient]

    /// - Parameter resolver: a name server to ask, `127.0.0.1:5353`; nil for the machine's own.
    /// - Returns: nil when the text names no name server.
    package init?(resolver: String?, lookups: Int = 8) {
        var server: NameServer?
        if let resolver {
            guard let named = NameServer(resolver) else { return nil }
            server = named
        }
        clients = (0..<lookups).map { [server] _ in NameClient(server) }
    }

    /// What was found for one domain.
    package struct Found: Sendable, Equatable {
        /// Normalised, each once.
        package var hosts: [String] = []
        /// Why nothing is known.
        package var reason: String?
    }

    /// - Returns: in the order of the domains.
    package func found(for domains: [String]) async -> [Found] {
        await withTaskGroup(of: (Int, Found).self) { group in
            for lane in 0..<min(clients.count, domains.count) {
                group.addTask { (lane, await found(for: domains[lane], by: clients[lane])) }
            }
            var all = Array(repeating: Found(), count: domains.count)
            var next = min(clients.count, domains.count)
            while let (index, found) = await group.next() {
                all[index] = found
                guard next < domains.count else { continue }
                // Whichever client is at rest takes the next; calls of one client queue behind each other.
                let (mine, client) = (next, clients[next % clients.count])
                group.addTask { (mine, await self.found(for: domains[mine], by: client)) }
                next += 1
            }
            return all
        }
    }

    private func found(for domain: String, by client: NameClient) async -> Found {
        do {
            let hosts = try await client.mailServers(of: domain)
            var seen: Set<String> = []
            return Found(hosts: hosts.map(DomainName.normalized).filter { seen.insert($0).inserted })
        } catch {
            return Found(reason: error.reason)
        }
    }
}
