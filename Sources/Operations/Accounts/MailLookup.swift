import Faults
import Model
import Stores

/// Looks up the mail servers of an address that is to be a user's, as the server does.
///
/// The server refuses too when it finds none. Whether this machine's resolver sees what the server's sees is not known,
/// so that here it is a warning.
///
/// Source: Mastodon 4.6.5 `app/validators/email_mx_validator.rb`; the same since 4.2 but for the domain itself, which
/// is looked for among the blocks since 4.6.
package struct MailLookup: Sendable {
    private let servers: MailServers?

    /// - Parameter resolver: nil to look nothing up.
    package init(_ resolver: MailResolver?) {
        servers = resolver?.servers
    }

    /// - Parameter typed: the address.
    /// - Returns: what is to be told.
    /// - Throws: `Fault(.badData)` with the field named when a mail server is blocked.
    func check(_ typed: String, at site: Site<ReadOnly>) async throws -> [Foreseen] {
        guard let servers, let email = try? EmailAddress(typed) else { return [] }
        let domain = DomainName.normalized(email.domain)
        // What the server's list names it takes unseen.
        if site.instance.emailDomains.allowed.contains(domain) { return [] }
        guard let found = await servers.found(for: [domain]).first else { return [] }
        if let reason = found.reason {
            return [.account(.mailServersUnknown(domain: domain, reason: reason))]
        }
        let hosts = found.hosts.filter { !$0.isEmpty }
        if hosts.isEmpty {
            return [.account(.withoutMailServer(domain: domain))]
        }
        let rules = SignUpRules(site.instance)
        try await site.database.read { connection in
            for host in [domain] + hosts {
                try await rules.check(mailServer: host, of: email, over: connection)
            }
        }
        return []
    }
}
