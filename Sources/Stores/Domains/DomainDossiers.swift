import Model
import Postgres

/// Gathers what the database knows of another server.
package struct DomainDossiers: Sendable {
    private let instance: Instance

    package init(_ instance: Instance) {
        self.instance = instance
    }

    /// Everything the database has; nil when nothing here has ever heard of the domain. Leans on
    /// `index_accounts_on_domain_and_id` and indexes that begin with an account's id.
    package func dossier(
        of domain: String, over connection: isolated PostgresConnection
    ) async throws -> DomainDossier? {
        guard var dossier = try await figures(of: domain, over: connection) else { return nil }
        dossier.block = try await DomainRules.rule(for: domain, over: connection)
        dossier.allowed =
            try await connection.first("select exists (select from domain_allows where domain = \(domain))") {
                try $0.value(0, as: Bool.self)
            } ?? false
        let hosts = try await hosts(of: domain, over: connection)
        let stopped = try await UnavailableDomains.find(hosts, over: connection)
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

    private func figures(
        of domain: String, over connection: isolated PostgresConnection
    ) async throws -> DomainDossier? {
        try await connection.first(
            """
            with members as materialized (
                select id, created_at, suspended_at, silenced_at, avatar_file_size, header_file_size
                from accounts
                where domain = \(domain)
            )
            select
                (select count(*) from members),
                (select count(*) from members where suspended_at is not null),
                (select count(*) from members where silenced_at is not null),
                (select count(*) from instances
                    where reverse('.' || domain) like reverse(\(".\(domain)".likeSuffix)) and domain <> \(domain)),
                (select count(*) from follows where target_account_id in (select id from members)),
                (select count(distinct account_id) from follows
                    where target_account_id in (select id from members)),
                (select count(*) from follows where account_id in (select id from members)),
                (select count(distinct target_account_id) from follows
                    where account_id in (select id from members)),
                (select count(*) from statuses
                    where account_id in (select id from members) and deleted_at is null),
                (select count(*) from media_attachments where account_id in (select id from members)),
                (select coalesce(sum(coalesce(file_file_size, 0)::bigint
                        + coalesce(thumbnail_file_size, 0)::bigint), 0)::bigint
                    from media_attachments where account_id in (select id from members))
                    + (select coalesce(sum(coalesce(avatar_file_size, 0)::bigint
                        + coalesce(header_file_size, 0)::bigint), 0)::bigint from members),
                (select count(*) from custom_emojis where domain = \(domain)),
                (select min(created_at) from members),
                (select max(last_status_at) from account_stats where account_id in (select id from members)),
                (select count(*) from reports
                    where target_account_id in (select id from members) and action_taken_at is null)
            """
        ) { row in
            DomainDossier(
                domain: domain, accounts: try row[0], suspendedAccounts: try row[1], silencedAccounts: try row[2],
                subdomains: try row[3],
                follows: .init(
                    outgoing: try row[4], followersHere: try row[5], incoming: try row[6], followedHere: try row[7]),
                posts: try row[8], attachments: try row[9], mediaBytes: try row[10], customEmojis: try row[11],
                firstSeenAt: try row.moment(12), lastActivityAt: try row.moment(13), openReports: try row[14])
        }
    }

    /// The domain and up to four hosts that its accounts' inboxes are at.
    private func hosts(of domain: String, over connection: isolated PostgresConnection) async throws -> [String] {
        let found = try await connection.rows(
            """
            select host
            from (
                select split_part(split_part(coalesce(nullif(shared_inbox_url, ''), inbox_url), '/', 3), ':', 1) as host
                from accounts
                where domain = \(domain)
            ) as inbox
            where host not in ('', \(domain))
            group by host
            order by count(*) desc, host
            limit 4
            """
        ) { try $0.value(0, as: String.self).lowercased() }
        return [domain] + found
    }
}

extension String {
    /// A pattern of `like` for what ends with this text.
    fileprivate var likeSuffix: String { TextPattern(exactly: self).like(before: "%") }
}
