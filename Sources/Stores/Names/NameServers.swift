import DNS

/// What name servers tell of a name: of the machine's own, or of one that is named.
package struct NameServers: Sendable {
    private let server: NameServer?

    /// - Parameter resolver: `127.0.0.1:5353`; nil for the machine's own.
    /// - Returns: nil when the text names no name server.
    package init?(resolver: String? = nil) {
        guard let resolver else {
            server = nil
            return
        }
        guard let named = NameServer(resolver) else { return nil }
        server = named
    }

    /// Those of IPv4 and those of IPv6, as they are told.
    ///
    /// - Throws: `NameError`.
    package func addresses(of host: String) async throws -> (short: [String], long: [String]) {
        let all = try await NameClient(server, patience: 2).addresses(of: host)
        return (all.filter { !$0.contains(":") }, all.filter { $0.contains(":") })
    }

    /// - Throws: `NameError`.
    package func texts(of name: String) async throws -> [String] {
        try await NameClient(server, patience: 2).texts(of: name)
    }

    /// Hosts that take mail for a domain.
    ///
    /// - Throws: `NameError`.
    package func mailServers(of domain: String) async throws -> [String] {
        try await NameClient(server, patience: 2).mailServers(of: domain)
    }

    /// In words; nil for an error of another kind.
    package static func reason(_ error: any Error) -> String? { (error as? NameError)?.reason }
}
