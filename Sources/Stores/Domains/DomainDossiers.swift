import Model
import Postgres

/// Gathers what the database knows of another server.
package struct DomainDossiers: Sendable {
    private let instance: Instance

    package init(_ instance: Instance) {
        self.instance = instance
    }

    /// Everything the database has; nil when nothing here has ever heard of the domain.
    ///
    /// In transactions of their own, of which none holds more than a page of the domain's accounts: one over all of a
    /// large server's would keep the database from cleaning up for as long as it runs. What changes meanwhile may be
    /// counted or not.
    package func dossier(of domain: String, in database: Database<some Access>) async throws -> DomainDossier? {
        var sums = DomainSums()
        while true {
            let before = sums
            let page = try await database.read { connection in
                var sums = before
                let isLast = try await sums.addPage(of: domain, over: connection)
                return (sums: sums, isLast: isLast)
            }
            sums = page.sums
            if page.isLast { break }
        }
        let gathered = sums
        return try await database.read { try await dossier(of: domain, gathered, over: $0) }
    }

    private func dossier(
        of domain: String, _ sums: DomainSums, over connection: Transaction<some Access>
    ) async throws -> DomainDossier? {
        let (subdomains, emojis) = try await rest(of: domain, over: connection)
        var dossier = DomainDossier(
            domain: domain, accounts: sums.accounts, suspendedAccounts: sums.suspended,
            silencedAccounts: sums.silenced, subdomains: subdomains, follows: sums.follows, posts: sums.posts,
            attachments: sums.attachments, mediaBytes: sums.bytes, customEmojis: emojis, firstSeenAt: sums.firstSeen,
            lastActivityAt: sums.lastActivity, openReports: sums.openReports)
        dossier.block = try await connection.domainRules.rule(for: domain)
        dossier.allowed =
            try await connection.first("select exists (select from domain_allows where domain = \(domain))") {
                try $0.value(0, as: Bool.self)
            } ?? false
        let hosts = [domain] + sums.frequentHosts
        let stopped = try await connection.unavailableDomains.find(hosts)
        dossier.delivery = hosts.map { .init(host: $0, stoppedAt: stopped[$0]?.since, failureDays: nil) }
        if instance.schema.has(table: "instance_moderation_notes") {
            dossier.moderationNotes = try await connection.first(
                "select count(*) from instance_moderation_notes where domain = \(domain)"
            ) { try $0.value(0, as: Int64.self) }
        }
        let isKnown =
            dossier.accounts > 0 || dossier.block != nil || dossier.allowed || dossier.customEmojis > 0
            || dossier.delivery.contains { $0.stoppedAt != nil }
        return isKnown ? dossier : nil
    }

    /// Known domains below it, and its custom emojis.
    private func rest(
        of domain: String, over connection: Transaction<some Access>
    ) async throws -> (subdomains: Int64, emojis: Int64) {
        try await connection.first(
            """
            select
                (select count(*) from instances
                    where reverse('.' || domain) like reverse(\(".\(domain)".likeSuffix)) and domain <> \(domain)),
                (select count(*) from custom_emojis where domain = \(domain))
            """
        ) { (try $0[0], try $0[1]) } ?? (0, 0)
    }
}

extension String {
    /// A pattern of `like` for what ends with this text.
    fileprivate var likeSuffix: String { TextPattern(exactly: self).like(before: "%") }
}
