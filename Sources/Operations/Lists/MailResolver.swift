import Stores

/// Where the mail servers of domains are asked for.
package struct MailResolver: Sendable {
    let servers: MailServers

    /// - Parameters:
    ///   - address: of a name server, `127.0.0.1:5353`; nil for the machine's own.
    ///   - lookups: domains asked for at the same time.
    /// - Returns: nil for what names no name server.
    package init?(_ address: String?, lookups: Int = 8) {
        guard let servers = MailServers(resolver: address, lookups: lookups) else { return nil }
        self.servers = servers
    }
}
