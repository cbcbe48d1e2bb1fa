import Model

extension FakeAdminAPI {
    /// A route as the server has it. Written from its own sources and not from the client's table, which it is to test.
    package struct Route: Sendable {
        var method: String
        var path: String
        var takes: Set<String> = []
        var needs: [String] = []
        var scope: String
        /// A bit of a role.
        var permission: Int64
        /// The noun of a list, with the most it gives a page.
        var list: String?
        var most = 200
        var answer: @Sendable (_ id: Int64, _ parameters: [String: JSONValue]) -> String

        package var words: String { "\(method) \(path)" }
        package var scopeText: String { scope }
        package var parameterNames: [String] { takes.sorted() }

        var wideScope: String { scope.split(separator: ":").prefix(2).joined(separator: ":") }

        func fits(_ path: String) -> Bool {
            let parts = path.split(separator: "/")
            let wanted = self.path.split(separator: "/")
            return parts.count == wanted.count
                && zip(parts, wanted).allSatisfy { $1 == ":id" ? Int64($0) != nil : $0 == $1 }
        }

        func id(in path: String) -> Int64? {
            zip(path.split(separator: "/"), self.path.split(separator: "/")).first { $1 == ":id" }
                .flatMap { Int64($0.0) }
        }
    }

    private static let users: Int64 = 1 << 10
    private static let reports: Int64 = 1 << 4
    private static let federation: Int64 = 1 << 5
    private static let blocks: Int64 = 1 << 7
    private static let taxonomies: Int64 = 1 << 8
    private static let dashboard: Int64 = 1 << 3
    private static let deletion: Int64 = 1 << 19
    private static let empty: @Sendable (Int64, [String: JSONValue]) -> String = { _, _ in "{}" }

    /// All 59.
    package static let routes: [Route] = accountRoutes + reportRoutes + listRoutes + trendRoutes + figureRoutes

    private static var accountRoutes: [Route] {
        let base = "/api/v1/admin/accounts"
        func member(_ verb: String, _ answer: @escaping @Sendable (Int64, [String: JSONValue]) -> String) -> Route {
            Route(
                method: "POST", path: "\(base)/:id/\(verb)", scope: "admin:write:accounts", permission: users,
                answer: answer)
        }
        return [
            Route(
                method: "GET", path: base,
                takes: [
                    "local", "remote", "by_domain", "active", "pending", "disabled", "sensitized", "silenced",
                    "suspended", "username", "display_name", "email", "ip", "staff",
                ], scope: "admin:read:accounts", permission: users, list: "accounts", answer: account),
            Route(
                method: "GET", path: "/api/v2/admin/accounts",
                takes: [
                    "origin", "status", "permissions", "username", "by_domain", "display_name", "email", "ip",
                    "invited_by", "role_ids",
                ], scope: "admin:read:accounts", permission: users, list: "accounts", answer: account),
            Route(
                method: "GET", path: "\(base)/:id", scope: "admin:read:accounts", permission: users, answer: account),
            Route(
                method: "DELETE", path: "\(base)/:id", scope: "admin:write:accounts", permission: deletion,
                answer: empty),
            Route(
                method: "POST", path: "\(base)/:id/action",
                takes: ["type", "report_id", "warning_preset_id", "text", "send_email_notification"],
                needs: ["type"], scope: "admin:write:accounts", permission: users, answer: empty),
            member("enable", account), member("unsensitive", account), member("unsilence", account),
            member("unsuspend", account), member("approve", account), member("reject", empty),
        ]
    }

    private static var reportRoutes: [Route] {
        let base = "/api/v1/admin/reports"
        let members = ["assign_to_self", "unassign", "reopen", "resolve"].map { verb in
            Route(
                method: "POST", path: "\(base)/:id/\(verb)", scope: "admin:write:reports", permission: reports,
                answer: report)
        }
        return [
            Route(
                method: "GET", path: base, takes: ["resolved", "unresolved", "account_id", "target_account_id"],
                scope: "admin:read:reports", permission: reports, list: "reports", answer: report),
            Route(
                method: "GET", path: "\(base)/:id", scope: "admin:read:reports", permission: reports, answer: report),
            Route(
                method: "PUT", path: "\(base)/:id", takes: ["category", "rule_ids"], scope: "admin:write:reports",
                permission: reports, answer: report),
        ] + members
    }

    private static func resource(
        _ noun: String, _ permission: Int64, creates: Set<String>, needs: [String], changes: Set<String>? = nil,
        most: Int = 200, answer: @escaping @Sendable (Int64, [String: JSONValue]) -> String
    ) -> [Route] {
        let base = "/api/v1/admin/\(noun)"
        var routes = [
            Route(
                method: "GET", path: base, scope: "admin:read:\(noun)", permission: permission, list: noun, most: most,
                answer: answer),
            Route(
                method: "GET", path: "\(base)/:id", scope: "admin:read:\(noun)", permission: permission,
                answer: answer),
            Route(
                method: "POST", path: base, takes: creates, needs: needs, scope: "admin:write:\(noun)",
                permission: permission, answer: answer),
            Route(
                method: "DELETE", path: "\(base)/:id", scope: "admin:write:\(noun)", permission: permission,
                answer: empty),
        ]
        if let changes {
            routes.append(
                Route(
                    method: "PUT", path: "\(base)/:id", takes: changes, scope: "admin:write:\(noun)",
                    permission: permission, answer: answer))
        }
        return routes
    }

    private static var listRoutes: [Route] {
        let rule: Set<String> = [
            "severity", "reject_media", "reject_reports", "private_comment", "public_comment", "obfuscate",
        ]
        let ip: Set<String> = ["ip", "severity", "comment", "expires_in"]
        return resource(
            "domain_blocks", federation, creates: rule.union(["domain"]), needs: ["domain"], changes: rule, most: 500,
            answer: domainBlock)
            + resource(
                "domain_allows", federation, creates: ["domain"], needs: ["domain"], most: 500, answer: domainAllow)
            + resource(
                "email_domain_blocks", blocks, creates: ["domain", "allow_with_approval"], needs: ["domain"],
                answer: emailDomainBlock)
            + resource("ip_blocks", blocks, creates: ip, needs: ["ip", "severity"], changes: ip, answer: ipBlock)
            + resource(
                "canonical_email_blocks", blocks, creates: ["email", "canonical_email_hash"], needs: [],
                answer: canonicalEmailBlock)
            + [
                Route(
                    method: "POST", path: "/api/v1/admin/canonical_email_blocks/test", takes: ["email"],
                    needs: ["email"], scope: "admin:read:canonical_email_blocks", permission: blocks
                ) { id, parameters in "[\(canonicalEmailBlock(id, parameters))]" }
            ]
    }

    private static var trendRoutes: [Route] {
        func reviewed(
            _ noun: String, most: Int, _ answer: @escaping @Sendable (Int64, [String: JSONValue]) -> String
        ) -> [Route] {
            let base = "/api/v1/admin/\(noun)"
            return [
                Route(
                    method: "GET", path: base, scope: "admin:read", permission: taxonomies, list: noun, most: most,
                    answer: answer)
            ]
                + ["approve", "reject"].map { verb in
                    Route(
                        method: "POST", path: "\(base)/:id/\(verb)", scope: "admin:write", permission: taxonomies,
                        answer: answer)
                }
        }
        return reviewed("trends/tags", most: 20, tag) + reviewed("trends/links", most: 20, link)
            + reviewed("trends/statuses", most: 40, status)
            + reviewed("trends/links/publishers", most: 200, publisher)
            + [
                Route(
                    method: "GET", path: "/api/v1/admin/tags", scope: "admin:read", permission: taxonomies,
                    list: "tags", answer: tag),
                Route(
                    method: "GET", path: "/api/v1/admin/tags/:id", scope: "admin:read", permission: taxonomies,
                    answer: tag),
                Route(
                    method: "PUT", path: "/api/v1/admin/tags/:id",
                    takes: ["display_name", "listable", "trendable", "usable"], scope: "admin:write",
                    permission: taxonomies, answer: tag),
            ]
    }

    private static var figureRoutes: [Route] {
        let measured: Set<String> = [
            "tag_accounts", "tag_uses", "tag_servers", "instance_accounts", "instance_media_attachments",
            "instance_reports", "instance_statuses", "instance_follows", "instance_followers",
        ]
        let broken: Set<String> = ["tag_servers", "tag_languages", "instance_accounts", "instance_languages"]
        return [
            Route(
                method: "POST", path: "/api/v1/admin/measures", takes: measured.union(["keys", "start_at", "end_at"]),
                needs: ["keys", "start_at", "end_at"], scope: "admin:read", permission: dashboard, answer: measures),
            Route(
                method: "POST", path: "/api/v1/admin/dimensions",
                takes: broken.union(["keys", "start_at", "end_at", "limit"]), needs: ["keys"], scope: "admin:read",
                permission: dashboard, answer: dimensions),
            Route(
                method: "POST", path: "/api/v1/admin/retention", takes: ["start_at", "end_at", "frequency"],
                needs: ["start_at", "end_at"], scope: "admin:read", permission: dashboard, answer: cohorts),
        ]
    }
}
