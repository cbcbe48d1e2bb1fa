import Faults
import Stores

/// A host that people and other servers reach over TLS.
struct SecureHost: Sendable, Hashable {
    var name: String
    var port = 443
    /// Whether nothing but the handles of people here has its name, so that it need not speak TLS.
    var isOnlyName = false

    var text: String { port == 443 ? name : "\(name):\(port)" }

    /// What became of a greeting.
    enum Answer: Sendable {
        case greeted(SecureServers.Greeting)
        /// Connections to it are led to a server without TLS.
        case plain
        /// Nothing listens there, as far as this machine can tell.
        case absent(String)
        /// What listens there speaks no TLS.
        case deaf(String)
        case unseen(String)
    }
}

extension SecureHost {
    /// Reads `https://files.example.org/x`, `wss://streaming.example.org:4000` or `example.org:8443`.
    ///
    /// - Returns: nil for an address without TLS.
    init?(address: String) {
        var rest = address[...]
        if let mark = rest.firstRange(of: "://") {
            guard ["https", "wss"].contains(rest[..<mark.lowerBound].lowercased()) else { return nil }
            rest = rest[mark.upperBound...]
        }
        rest = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
        guard let first = parts.first, !first.isEmpty, parts.count <= 2 else { return nil }
        name = first.lowercased()
        if parts.count == 2 {
            guard let number = Int(parts[1]), (1...65_535).contains(number) else { return nil }
            port = number
        }
    }
}

extension Inspection {
    /// The web domain, that of streaming, that of media and the local one, each once.
    var secureHosts: [SecureHost] {
        guard let site = services.site else { return [] }
        let used = [site.webDomain, services.variables?["STREAMING_API_BASE_URL"], services.mediaAddress]
            .compactMap { $0.flatMap(SecureHost.init(address:)) }
        var hosts: [SecureHost] = []
        for host in used where !hosts.contains(host) { hosts.append(host) }
        if var local = SecureHost(address: site.localDomain), !hosts.contains(local) {
            local.isOnlyName = true
            hosts.append(local)
        }
        return hosts
    }

    /// Greets every host at once; each of them once a run.
    func greetings() async throws -> [(host: SecureHost, answer: SecureHost.Answer)] {
        let told = try await recall("greetings") { [self] in
            await withTaskGroup(of: (SecureHost, SecureHost.Answer).self) { group in
                for host in secureHosts { group.addTask { (host, await self.greet(host)) } }
                return await group.reduce(into: [SecureHost: SecureHost.Answer]()) { $0[$1.0] = $1.1 }
            }
        }
        return secureHosts.compactMap { host in told[host].map { (host, $0) } }
    }

    func greet(_ host: SecureHost, at address: String? = nil) async -> SecureHost.Answer {
        do {
            guard let greeting = try await services.secure?.greet(host.name, host.port, at: address) else {
                return .plain
            }
            return .greeted(greeting)
        } catch {
            let fault = services.explain(error, host.text)
            let words = fault.notes.first ?? fault.message
            if SecureServers.isNoTLS(error) { return .deaf(words) }
            return SecureServers.isAbsent(error) ? .absent(words) : .unseen(words)
        }
    }
}
