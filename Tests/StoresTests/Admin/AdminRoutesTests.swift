import Faults
import Model
import Stores
import Support
import Testing

@Suite struct AdminRoutesTests {
    private let stage = AdminStage()

    @Test func `the server has each route as we know it`() {
        #expect(AdminAPI.Route.all.count > 50 && FakeAdminAPI.routes.count == 59)
        func words(_ route: AdminAPI.Route) -> String { "\(route.words) \(route.scope) \(route.parameters.sorted())" }
        #expect(Set(AdminAPI.Route.all.map(words)).subtracting(FakeAdminAPI.routes.map(\.description)) == [])
    }

    @Test func `every route is asked by a method of its own, as the server wants it, and its answer is read`()
        async throws
    {
        let client = try stage.client()
        try await accountsAndReports(client)
        try await domains(client)
        try await blocks(client)
        try await trends(client)
        try await figures(client)
        #expect(stage.server.complaints == [])
        let asked = Set(stage.server.asked.map { "\($0.method) \(Self.plain($0.path))" })
        #expect(Set(AdminAPI.Route.all.map(\.words)) == asked)
        #expect(stage.server.asked.allSatisfy { $0.headers["authorization"] == "Bearer good-token" })
    }

    private static func plain(_ path: String) -> String {
        path.split(separator: "/").map { Int64($0) == nil ? "/\($0)" : "/:id" }.joined()
    }

    private func accountsAndReports(_ client: AdminClient) async throws {
        var plain = AdminAPI.PlainAccountFilter()
        plain.isRemote = true
        plain.status = .suspended
        plain.domain = "far.example"
        #expect(try await client.accounts(plain).all().map(\.id) == [3, 2, 1])
        var filter = AdminAPI.AccountFilter()
        filter.origin = .remote
        filter.status = .sensitized
        filter.roleIDs = [3, 4]
        filter.email = "a b+c@mail.example"
        filter.isStaff = true
        let accounts = try await client.accounts(filter).all()
        #expect(accounts.map(\.handle) == ["person3", "person2@far.example", "person1"])
        #expect(stage.server.asked.last?.parameters["role_ids"] == .array(["3", "4"]))
        #expect(stage.server.asked.last?.parameters["email"] == "a b+c@mail.example")
        let account = try await client.account(7)
        #expect(account.ips.map(\.ip) == ["192.0.2.7"] && account.role?.name == "Owner" && account.isConfirmed)
        #expect(account.isSuspended && !account.isSilenced && account.isSensitized && account.url != nil)
        try await client.act(
            on: 7, .init(.suspend, reportID: 4, warningPresetID: 5, text: "spam", notifies: false))
        #expect(stage.server.asked.last?.parameters["send_email_notification"] == false)
        try await client.deleteAccount(7)
        for changed in [
            try await client.enable(7), try await client.unsensitize(7), try await client.unsilence(7),
            try await client.unsuspend(7), try await client.approve(7),
        ] {
            #expect(changed.id == 7)
        }
        try await client.reject(7)
        let reports = try await client.reports(.init(isResolved: true, targetAccountID: 3)).all()
        #expect(reports.map(\.id) == [3, 2, 1] && reports[0].rules.map(\.text) == ["be kind"])
        #expect(reports[0].target.username == "person3" && reports[0].statuses.map(\.id) == [9])
        #expect(try await client.report(5).assigned?.id == 1)
        for report in [
            try await client.assignReport(5), try await client.unassignReport(5), try await client.reopenReport(5),
            try await client.resolveReport(5),
        ] {
            #expect(report.id == 5)
        }
    }

    private func domains(_ client: AdminClient) async throws {
        #expect(try await client.domainBlocks.all().count == 3)
        #expect(try await client.domainBlock(2).domain == "bad2.example")
        let rule = AdminAPI.DomainBlockRule(
            severity: .suspend, rejectsMedia: true, rejectsReports: true, privateComment: "für uns",
            publicComment: "\"spam\"", isObfuscated: true)
        let block = try await client.blockDomain("new.example", rule)
        #expect(block.domain == "new.example" && block.severity == .suspend && block.isObfuscated)
        #expect(block.privateComment == "für uns" && block.publicComment == "\"spam\"" && block.rejectsMedia)
        #expect(try await client.changeDomainBlock(2, .init(severity: .noop)).severity == .noop)
        try await client.unblockDomain(2)
        #expect(try await client.domainAllows.all().count == 3)
        #expect(try await client.allowDomain("fine.example").domain == "fine.example")
        try await client.disallowDomain(2)
    }

    private func blocks(_ client: AdminClient) async throws {
        #expect(try await client.emailDomainBlocks.all().first?.history.first?.uses == 5)
        #expect(try await client.blockEmailDomain("m.example", allowsWithApproval: true).allowsWithApproval == true)
        try await client.unblockEmailDomain(2)
        #expect(try await client.ipBlocks.all().count == 3)
        let rule = AdminAPI.IPBlockRule(ip: "2001:db8::/32", severity: .noAccess, comment: "x", expiresIn: 3_600)
        #expect(try await client.blockIP(rule).severity == .noAccess)
        #expect(stage.server.asked.last?.parameters["expires_in"] == 3_600)
        try await client.unblockIP(2)
        #expect(try await client.blockCanonicalEmail(.address("a@b.example")).id == 100)
        #expect(try await client.blockCanonicalEmail(.hash("ff")).hash == "ff")
        try await client.unblockCanonicalEmail(2)
    }

    private func trends(_ client: AdminClient) async throws {
        #expect(try await client.trendingTags.all().map(\.name) == ["tag3", "tag2", "tag1"])
        #expect(try await client.approveTrendingTag(2).requiresReview)
        #expect(try await client.rejectTrendingTag(2).id == 2)
        #expect(try await client.trendingLinks.all().map(\.url).first == "https://news.example/3")
        #expect(try await client.approveTrendingLink(2).id == 2)
        #expect(try await client.rejectTrendingLink(2).id == 2)
        #expect(try await client.trendingStatuses.all().allSatisfy { $0.requiresReview == true })
        #expect(try await client.approveTrendingStatus(2).id == 2)
        #expect(try await client.rejectTrendingStatus(2).id == 2)
        #expect(try await client.publishers.all().map(\.domain).last == "news1.example")
        #expect(try await client.approvePublisher(2).isTrendable == nil)
        #expect(try await client.rejectPublisher(2).id == 2)
        #expect(try await client.tags.all().count == 3)
        #expect(try await client.tag(2).history.first?.day.description == "2026-03-04T00:00:00Z")
        let change = AdminAPI.TagChange(displayName: "Tag2", isListable: false, isTrendable: true, isUsable: true)
        #expect(try await client.changeTag(2, change).isListable == false)
    }

    private func figures(_ client: AdminClient) async throws {
        let period = AdminAPI.Period(
            start: UTCTime(1_772_323_200), end: UTCTime(1_772_582_400), tagID: 5, domain: "far.example")
        let measures = try await client.measures([.activeUsers, .tagUses, .instanceFollows], period)
        #expect(measures.map(\.key) == ["active_users", "tag_uses", "instance_follows"])
        #expect(stage.server.asked.last?.parameters["tag_uses"]?["id"] == "5")
        #expect(stage.server.asked.last?.parameters["instance_follows"]?["domain"] == "far.example")
        #expect(stage.server.asked.last?.parameters["start_at"] == "2026-03-01T00:00:00Z")
        let dimensions = try await client.dimensions([.spaceUsage, .tagLanguages], period, limit: 4)
        #expect(dimensions.first?.data.first?.unit == "bytes")
        let cohorts = try await client.retention(period, by: .month)
        #expect(cohorts.first?.frequency == .month && cohorts.first?.data.first?.rate == 1)
    }
}

extension FakeAdminAPI.Route {
    fileprivate var description: String { "\(words) \(scopeText) \(parameterNames)" }
}
