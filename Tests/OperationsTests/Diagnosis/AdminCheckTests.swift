import Operations
import Support
import Testing

/// What the doctor says of the Admin API: each trouble under its own name, and the others not told to be well or ill.
@Suite(.serialized, .enabled(if: TestServers.areInstalled)) struct AdminCheckTests {
    private static let ids = ["api.reachable", "api.host-check", "api.token", "api.scopes", "api.permissions"]

    private func states(
        _ site: @escaping @Sendable (SiteStandIn.Request) -> SiteStandIn.Answer?
    ) async throws -> [String: CheckResult] {
        let stage = try await CheckStage.shared()
        return try await stage.look(at: Self.ids, stage.environment(), site: CheckStage.site(site))
    }

    @Test func `on a sound server it is told whose the token is and what it may`() async throws {
        let results = try await states { _ in nil }
        #expect(results.values.allSatisfy { $0.state == .ok }, "\(results)")
        #expect(results["api.token"]?.detail == "it is keeper's (Owner)")
        #expect(results["api.scopes"]?.detail == "admin:read admin:write read:accounts")
    }

    @Test func `a wrong host is not told as a missing scope, and a missing scope not as a wrong host`() async throws {
        let blocked = try await states {
            $0.path.hasPrefix("/oauth") || $0.path.hasPrefix("/api/v1") ? .init(403, "<h1>Blocked host</h1>") : nil
        }
        #expect(blocked["api.host-check"]?.state == .problem, "\(blocked)")
        #expect(blocked["api.host-check"]?.fix?.contains("X-Forwarded-Proto") == true)
        #expect(blocked["api.reachable"]?.state == .skipped)
        #expect(["api.token", "api.scopes", "api.permissions"].allSatisfy { blocked[$0]?.state == .unseen })

        let narrow = try await states { request in
            if request.path.hasPrefix("/oauth") { return CheckStage.tokenInfo("read:accounts admin:write:reports") }
            let answer = SiteStandIn.Answer(403, #"{"error":"This action is outside the authorized scopes"}"#)
            return request.path.hasPrefix("/api/v1/admin") ? answer : nil
        }
        #expect(narrow["api.host-check"]?.state == .ok && narrow["api.reachable"]?.state == .ok, "\(narrow)")
        // One made for a few things on purpose is worth a notice.
        #expect(narrow["api.scopes"]?.state == .notice)
        #expect(narrow["api.scopes"]?.evidence.contains { $0.name == "admin:write:domain_blocks" } == true)
        #expect(narrow["api.scopes"]?.evidence.contains { $0.name == "admin:write:reports" } == false)
        #expect(narrow["api.scopes"]?.fix?.contains("mastoctl login") == true)
    }

    @Test func `a redirect to https is the way there, and a server that is down says nothing of the token`()
        async throws
    {
        let sent = try await states { request in
            request.path.hasPrefix("/oauth") || request.path.hasPrefix("/api/v1")
                ? .init(301, headers: [("Location", "https://\(CheckStage.domain)\(request.path)")]) : nil
        }
        #expect(sent["api.host-check"]?.state == .problem && sent["api.token"]?.state == .unseen, "\(sent)")
        let down = try await states {
            $0.path.hasPrefix("/oauth") || $0.path.hasPrefix("/api/v1") ? .init(503) : nil
        }
        #expect(down["api.reachable"]?.state == .problem, "\(down)")
        #expect(["api.host-check", "api.token", "api.scopes"].allSatisfy { down[$0]?.state == .unseen })
    }
}
