import Model

// A method for each route of accounts and reports.
extension AdminClient {
    package func accounts(_ filter: AdminAPI.PlainAccountFilter) -> AdminPages<AdminAPI.Account> {
        pages(.accounts, filter.parameters)
    }

    package func accounts(_ filter: AdminAPI.AccountFilter) -> AdminPages<AdminAPI.Account> {
        pages(.filteredAccounts, filter.parameters)
    }

    package func account(_ id: Int64) async throws -> AdminAPI.Account { try await one(.account, id: id) }

    /// Queues the deletion of the data of a suspended account; refused (403) when none is pending.
    package func deleteAccount(_ id: Int64) async throws { try await none(.accountDeletion, id: id) }

    package func act(on id: Int64, _ action: AdminAPI.Action) async throws {
        try await none(.accountAction, id: id, action.parameters)
    }

    package func enable(_ id: Int64) async throws -> AdminAPI.Account { try await one(.accountEnabling, id: id) }

    package func unsensitize(_ id: Int64) async throws -> AdminAPI.Account {
        try await one(.accountUnsensitizing, id: id)
    }

    package func unsilence(_ id: Int64) async throws -> AdminAPI.Account {
        try await one(.accountUnsilencing, id: id)
    }

    package func unsuspend(_ id: Int64) async throws -> AdminAPI.Account {
        try await one(.accountUnsuspension, id: id)
    }

    package func approve(_ id: Int64) async throws -> AdminAPI.Account { try await one(.accountApproval, id: id) }

    /// Deletes an account that waits for approval.
    package func reject(_ id: Int64) async throws { try await none(.accountRejection, id: id) }

    // MARK: - reports

    package func reports(_ filter: AdminAPI.ReportFilter = .init()) -> AdminPages<AdminAPI.Report> {
        pages(.reports, filter.parameters)
    }

    package func report(_ id: Int64) async throws -> AdminAPI.Report { try await one(.report, id: id) }

    /// To the token's owner.
    package func assignReport(_ id: Int64) async throws -> AdminAPI.Report {
        try await one(.reportAssignment, id: id)
    }

    package func unassignReport(_ id: Int64) async throws -> AdminAPI.Report {
        try await one(.reportUnassignment, id: id)
    }

    package func reopenReport(_ id: Int64) async throws -> AdminAPI.Report {
        try await one(.reportReopening, id: id)
    }

    package func resolveReport(_ id: Int64) async throws -> AdminAPI.Report {
        try await one(.reportResolution, id: id)
    }
}
