import Faults
import Model

// The lists that the Admin API changes too. It knows nothing of the names of users.

extension SignUpList {
    package var adminRoutes: [AdminAPI.Route] { [] }

    package func add(_ request: Request, by client: AdminClient) async throws { throw withoutAPI }
    package func remove(_ id: Int64, by client: AdminClient) async throws { throw withoutAPI }

    private var withoutAPI: Fault {
        Fault(.usage, "the Admin API has no \(noun)", help: "take another lane with --via")
    }
}

extension EmailDomainBlocks {
    package var adminRoutes: [AdminAPI.Route] { [.emailDomainBlockCreation, .emailDomainBlockDeletion] }

    package func add(_ request: EmailDomainBlockRequest, by client: AdminClient) async throws {
        _ = try await client.blockEmailDomain(
            request.domain, allowsWithApproval: request.allowWithApproval ? true : nil)
    }

    package func remove(_ id: Int64, by client: AdminClient) async throws { try await client.unblockEmailDomain(id) }
}

extension IPBlocks {
    package var adminRoutes: [AdminAPI.Route] { [.ipBlockCreation, .ipBlockDeletion] }

    package func add(_ request: IPBlockRequest, by client: AdminClient) async throws {
        _ = try await client.blockIP(
            AdminAPI.IPBlockRule(
                ip: request.ip.description,
                severity: AdminAPI.IPBlock.Severity(rawValue: request.severity.rawValue), comment: request.comment,
                expiresIn: request.duration.map { Int64($0) }))
    }

    package func remove(_ id: Int64, by client: AdminClient) async throws { try await client.unblockIP(id) }
}

extension CanonicalEmailBlocks {
    package var adminRoutes: [AdminAPI.Route] { [.canonicalEmailBlockCreation, .canonicalEmailBlockDeletion] }

    /// By the hash: the address itself need not travel.
    package func add(_ request: EmailHash, by client: AdminClient) async throws {
        _ = try await client.blockCanonicalEmail(.hash(request.text))
    }

    package func remove(_ id: Int64, by client: AdminClient) async throws {
        try await client.unblockCanonicalEmail(id)
    }
}
