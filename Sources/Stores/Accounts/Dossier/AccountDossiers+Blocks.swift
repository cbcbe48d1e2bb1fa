import Model
import Postgres

extension AccountDossiers {
    /// The blocks that apply to an account. Source: Mastodon 4.6.5 `app/models/domain_block.rb` (`rule_for`),
    /// `email_domain_block.rb`, `ip_block.rb`, `canonical_email_block.rb`.
    func blocks(of dossier: AccountDossier, over connection: Transaction<some Access>) async throws -> AccountBlocks {
        var blocks = AccountBlocks()
        if let domain = dossier.domain {
            blocks.domain = try await connection.domainRules.rule(for: domain)
        }
        guard let user = dossier.user, let id = Int64(user.id) else { return blocks }
        let addresses = [user.email, user.unconfirmedEmail ?? ""].filter { !$0.isEmpty }
        let domains = addresses.compactMap { $0.split(separator: "@").last.map(String.init) }
        let names = domains.flatMap { DomainName.suffixes(of: DomainName.normalized($0)) }
        blocks.emailDomains = try await connection.rows(
            "select domain from email_domain_blocks where domain = any(\(names)) order by length(domain) desc"
        ) { try $0.value(0, as: String.self) }
        let hashes = addresses.map { CanonicalEmail(of: $0).hash }
        blocks.canonicalEmail =
            try await connection.first(
                "select exists (select from canonical_email_blocks where canonical_email_hash = any(\(hashes)))"
            ) { try $0.value(0, as: Bool.self) } ?? false
        blocks.ips = try await connection.rows(
            """
            select ip_blocks.ip, ip_blocks.severity::bigint
            from ip_blocks
            where (ip_blocks.expires_at is null or ip_blocks.expires_at > now() at time zone 'utc')
                and exists (
                    select
                    from user_ips
                    where user_ips.user_id = \(id) and user_ips.ip <<= ip_blocks.ip)
            order by ip_blocks.ip
            """
        ) { AccountBlocks.Network(range: try $0[0], severity: try $0[1]) }
        return blocks
    }
}
