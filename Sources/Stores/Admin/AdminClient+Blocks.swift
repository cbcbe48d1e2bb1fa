import Model

// A method for each route of blocks of domains, addresses and e-mail.
extension AdminClient {
    package var domainBlocks: AdminPages<AdminAPI.DomainBlock> { pages(.domainBlocks) }

    package func domainBlock(_ id: Int64) async throws -> AdminAPI.DomainBlock {
        try await one(.domainBlock, id: id)
    }

    /// - Throws: `Fault(.badData)`, caused by `DomainBlockExists` when a block is in the way: of the same domain, or of
    ///   a parent and no less strict.
    package func blockDomain(_ domain: String, _ rule: AdminAPI.DomainBlockRule) async throws -> AdminAPI.DomainBlock {
        try await one(.domainBlockCreation, rule.parameters(domain: domain))
    }

    package func changeDomainBlock(
        _ id: Int64, _ rule: AdminAPI.DomainBlockRule
    ) async throws -> AdminAPI.DomainBlock {
        try await one(.domainBlockChange, id: id, rule.parameters())
    }

    /// The accounts are freed within the request.
    package func unblockDomain(_ id: Int64) async throws { try await none(.domainBlockDeletion, id: id) }

    package var domainAllows: AdminPages<AdminAPI.DomainAllow> { pages(.domainAllows) }

    /// The one that is there when there is one.
    package func allowDomain(_ domain: String) async throws -> AdminAPI.DomainAllow {
        var parameters = AdminAPI.Parameters()
        parameters.add("domain", domain)
        return try await one(.domainAllowCreation, parameters)
    }

    package func disallowDomain(_ id: Int64) async throws { try await none(.domainAllowDeletion, id: id) }

    // MARK: - e-mail domains

    package var emailDomainBlocks: AdminPages<AdminAPI.EmailDomainBlock> { pages(.emailDomainBlocks) }

    /// - Parameter allowsWithApproval: sign-ups wait for approval instead; looked at from 4.3 on.
    package func blockEmailDomain(
        _ domain: String, allowsWithApproval: Bool? = nil
    ) async throws -> AdminAPI.EmailDomainBlock {
        var parameters = AdminAPI.Parameters()
        parameters.add("domain", domain)
        parameters.add("allow_with_approval", allowsWithApproval)
        return try await one(.emailDomainBlockCreation, parameters)
    }

    package func unblockEmailDomain(_ id: Int64) async throws { try await none(.emailDomainBlockDeletion, id: id) }

    // MARK: - addresses

    package var ipBlocks: AdminPages<AdminAPI.IPBlock> { pages(.ipBlocks) }

    package func blockIP(_ rule: AdminAPI.IPBlockRule) async throws -> AdminAPI.IPBlock {
        try await one(.ipBlockCreation, rule.parameters)
    }

    package func unblockIP(_ id: Int64) async throws { try await none(.ipBlockDeletion, id: id) }

    // MARK: - canonical addresses of mail

    package func blockCanonicalEmail(
        _ email: AdminAPI.CanonicalEmail
    ) async throws -> AdminAPI.CanonicalEmailBlock {
        try await one(.canonicalEmailBlockCreation, email.parameters)
    }

    package func unblockCanonicalEmail(_ id: Int64) async throws {
        try await none(.canonicalEmailBlockDeletion, id: id)
    }
}
