extension AdminAPI.Route {
    /// Every route there is, in the order of Mastodon's own table.
    package static let all: [AdminAPI.Route] =
        accountRoutes + reportRoutes + domainRoutes + blockRoutes + trendRoutes + figureRoutes

    // MARK: - accounts

    package static let accounts = AdminAPI.Route(
        .get, "accounts", .read("accounts"), [.manageUsers],
        taking: [
            "local", "remote", "by_domain", "active", "pending", "disabled", "sensitized", "silenced", "suspended",
            "username", "display_name", "email", "ip", "staff",
        ], since: "2.9.1", paging: .byID(limit: 200))
    package static let filteredAccounts = AdminAPI.Route(
        .get, "/api/v2/admin/accounts", .read("accounts"), [.manageUsers],
        taking: [
            "origin", "status", "permissions", "username", "by_domain", "display_name", "email", "ip", "invited_by",
            "role_ids",
        ], since: "3.5.0", paging: .byID(limit: 200))
    package static let account = AdminAPI.Route(
        .get, "accounts/:id", .read("accounts"), [.manageUsers], since: "2.9.1")
    package static let accountDeletion = AdminAPI.Route(
        .delete, "accounts/:id", .write("accounts"), [.deleteUserData], since: "3.3.0")
    /// Reading the account is part of it, so that `manage_reports` alone is not enough.
    package static let accountAction = AdminAPI.Route(
        .post, "accounts/:id/action", .write("accounts"), [.manageUsers],
        taking: ["type", "report_id", "warning_preset_id", "text", "send_email_notification"], since: "2.9.1")
    package static let accountEnabling = accountVerb("enable", since: "2.9.1")
    package static let accountUnsensitizing = accountVerb("unsensitive", since: "3.3.0")
    package static let accountUnsilencing = accountVerb("unsilence", since: "2.9.1")
    package static let accountUnsuspension = accountVerb("unsuspend", since: "2.9.1")
    package static let accountApproval = accountVerb("approve", since: "2.9.1")
    package static let accountRejection = accountVerb("reject", since: "2.9.1")

    private static func accountVerb(_ verb: String, since: String) -> AdminAPI.Route {
        AdminAPI.Route(.post, "accounts/:id/\(verb)", .write("accounts"), [.manageUsers], since: since)
    }

    private static let accountRoutes = [
        accounts, filteredAccounts, account, accountDeletion, accountAction, accountEnabling, accountUnsensitizing,
        accountUnsilencing, accountUnsuspension, accountApproval, accountRejection,
    ]

    // MARK: - reports

    package static let reports = AdminAPI.Route(
        .get, "reports", .read("reports"), [.manageReports],
        taking: ["resolved", "unresolved", "account_id", "target_account_id"], since: "2.9.1", paging: .byID(limit: 200)
    )
    package static let report = AdminAPI.Route(
        .get, "reports/:id", .read("reports"), [.manageReports], since: "2.9.1")
    package static let reportAssignment = reportVerb("assign_to_self")
    package static let reportUnassignment = reportVerb("unassign")
    package static let reportReopening = reportVerb("reopen")
    package static let reportResolution = reportVerb("resolve")

    private static func reportVerb(_ verb: String) -> AdminAPI.Route {
        AdminAPI.Route(.post, "reports/:id/\(verb)", .write("reports"), [.manageReports], since: "2.9.1")
    }

    private static let reportRoutes = [
        reports, report, reportAssignment, reportUnassignment, reportReopening, reportResolution,
    ]

    // MARK: - domains

    private static let domainBlockParameters = [
        "severity", "reject_media", "reject_reports", "private_comment", "public_comment", "obfuscate",
    ]

    /// At most 200 a page before 4.3, whatever is asked for.
    package static let domainBlocks = list("domain_blocks", [.manageFederation], since: "4.0.0", limit: 500)
    package static let domainBlock = one(.get, "domain_blocks", [.manageFederation], since: "4.0.0")
    package static let domainBlockCreation = creation(
        "domain_blocks", ["domain"] + domainBlockParameters, [.manageFederation], since: "4.0.0")
    package static let domainBlockChange = one(
        .put, "domain_blocks", [.manageFederation], taking: domainBlockParameters, since: "4.0.0")
    package static let domainBlockDeletion = one(.delete, "domain_blocks", [.manageFederation], since: "4.0.0")
    package static let domainAllows = list("domain_allows", [.manageFederation], since: "4.0.0", limit: 500)
    package static let domainAllowCreation = creation(
        "domain_allows", ["domain"], [.manageFederation], since: "4.0.0")
    package static let domainAllowDeletion = one(.delete, "domain_allows", [.manageFederation], since: "4.0.0")

    private static let domainRoutes = [
        domainBlocks, domainBlock, domainBlockCreation, domainBlockChange, domainBlockDeletion, domainAllows,
        domainAllowCreation, domainAllowDeletion,
    ]

    // MARK: - other blocks

    private static let ipBlockParameters = ["ip", "severity", "comment", "expires_in"]

    package static let emailDomainBlocks = list("email_domain_blocks", [.manageBlocks], since: "4.0.0")
    package static let emailDomainBlockCreation = creation(
        "email_domain_blocks", ["domain", "allow_with_approval"], [.manageBlocks], since: "4.0.0")
    package static let emailDomainBlockDeletion = one(.delete, "email_domain_blocks", [.manageBlocks], since: "4.0.0")
    package static let ipBlocks = list("ip_blocks", [.manageBlocks], since: "4.0.0")
    package static let ipBlockCreation = creation("ip_blocks", ipBlockParameters, [.manageBlocks], since: "4.0.0")
    package static let ipBlockDeletion = one(.delete, "ip_blocks", [.manageBlocks], since: "4.0.0")
    package static let canonicalEmailBlockCreation = creation(
        "canonical_email_blocks", ["email", "canonical_email_hash"], [.manageBlocks], since: "4.0.0")
    package static let canonicalEmailBlockDeletion = one(
        .delete, "canonical_email_blocks", [.manageBlocks], since: "4.0.0")

    private static let blockRoutes = [
        emailDomainBlocks, emailDomainBlockCreation, emailDomainBlockDeletion, ipBlocks, ipBlockCreation,
        ipBlockDeletion, canonicalEmailBlockCreation, canonicalEmailBlockDeletion,
    ]

    // MARK: - trends and tags

    package static let trendingTags = trends("tags")
    package static let trendingTagApproval = trend("tags/:id/approve")
    package static let trendingTagRejection = trend("tags/:id/reject")
    package static let trendingLinks = trends("links")
    package static let trendingLinkApproval = trend("links/:id/approve")
    package static let trendingLinkRejection = trend("links/:id/reject")
    package static let trendingStatuses = trends("statuses")
    package static let trendingStatusApproval = trend("statuses/:id/approve")
    package static let trendingStatusRejection = trend("statuses/:id/reject")
    package static let publishers = AdminAPI.Route(
        .get, "trends/links/publishers", AdminAPI.Scope("admin:read"), [.manageTaxonomies], since: "4.2.0",
        paging: .byID(limit: 200))
    package static let publisherApproval = trend("links/publishers/:id/approve")
    package static let publisherRejection = trend("links/publishers/:id/reject")
    package static let tags = AdminAPI.Route(
        .get, "tags", AdminAPI.Scope("admin:read"), [.manageTaxonomies], since: "4.2.0", paging: .byID(limit: 200))
    package static let tag = AdminAPI.Route(
        .get, "tags/:id", AdminAPI.Scope("admin:read"), [.manageTaxonomies], since: "4.2.0")
    package static let tagChange = AdminAPI.Route(
        .put, "tags/:id", AdminAPI.Scope("admin:write"), [.manageTaxonomies],
        taking: ["display_name", "listable", "trendable", "usable"], since: "4.2.0")

    /// Without the permission the server gives the public list instead of an error, so checking first matters here.
    private static func trends(_ noun: String) -> AdminAPI.Route {
        AdminAPI.Route(
            .get, "trends/\(noun)", AdminAPI.Scope("admin:read"), [.manageTaxonomies], since: "3.5.0",
            paging: .byOffset(limit: noun == "statuses" ? 40 : 20))
    }

    private static func trend(_ path: String) -> AdminAPI.Route {
        AdminAPI.Route(
            .post, "trends/\(path)", AdminAPI.Scope("admin:write"), [.manageTaxonomies], since: "4.2.0")
    }

    private static let trendRoutes = [
        trendingTags, trendingTagApproval, trendingTagRejection, trendingLinks, trendingLinkApproval,
        trendingLinkRejection, trendingStatuses, trendingStatusApproval, trendingStatusRejection, publishers,
        publisherApproval, publisherRejection, tags, tag, tagChange,
    ]

    // MARK: - figures

    package static let measures = figures(
        "measures",
        ["keys", "start_at", "end_at"] + AdminAPI.MeasureKey.allCases.filter(\.isAboutSomething).map(\.rawValue))
    package static let dimensions = figures(
        "dimensions",
        ["keys", "start_at", "end_at", "limit"]
            + AdminAPI.DimensionKey.allCases.filter(\.isAboutSomething).map(\.rawValue))
    package static let retention = figures("retention", ["start_at", "end_at", "frequency"])

    private static func figures(_ path: String, _ parameters: [String]) -> AdminAPI.Route {
        AdminAPI.Route(
            .post, path, AdminAPI.Scope("admin:read"), [.viewDashboard], taking: parameters, since: "3.5.0")
    }

    private static let figureRoutes = [measures, dimensions, retention]

    // MARK: - shapes

    private static func list(
        _ noun: String, _ permissions: [AdminAPI.Permission], since: String, limit: Int = 200
    ) -> AdminAPI.Route {
        AdminAPI.Route(.get, noun, .read(noun), permissions, since: since, paging: .byID(limit: limit))
    }

    private static func one(
        _ method: AdminAPI.Method, _ noun: String, _ permissions: [AdminAPI.Permission],
        taking parameters: [String] = [],
        since: String
    ) -> AdminAPI.Route {
        AdminAPI.Route(
            method, "\(noun)/:id", method == .get ? .read(noun) : .write(noun), permissions, taking: parameters,
            since: since)
    }

    private static func creation(
        _ noun: String, _ parameters: [String], _ permissions: [AdminAPI.Permission], since: String
    ) -> AdminAPI.Route {
        AdminAPI.Route(.post, noun, .write(noun), permissions, taking: parameters, since: since)
    }
}
