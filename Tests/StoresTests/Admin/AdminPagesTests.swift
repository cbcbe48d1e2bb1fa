import Faults
import Model
import Stores
import Support
import Testing

@Suite struct AdminPagesTests {
    private let stage = AdminStage()

    @Test func `a long list comes page by page, each asked for when it is wanted`() async throws {
        stage.server.fill("domain_blocks", Array((1...1_203).reversed()))
        let client = try stage.client()
        var ids: [Int64] = []
        for try await block in client.domainBlocks {
            ids.append(block.id)
            if ids.count == 500 { #expect(stage.server.asked.count == 1) }
        }
        #expect(ids == Array((1...1_203).reversed()))
        #expect(stage.server.asked.map { $0.parameters["limit"] } == ["500", "500", "500"])
        #expect(stage.server.complaints == [])
    }

    @Test func `a list that changes between two pages gives nothing twice and what is still there`() async throws {
        stage.server.fill("ip_blocks", Array((1...450).reversed()))
        let client = try stage.client()
        var ids: [Int64] = []
        for try await block in client.ipBlocks {
            ids.append(block.id)
            // New ones come, some not yet read go, and so does the one the next page begins behind.
            if ids.count == 200 {
                stage.server.fill("ip_blocks", Array((1...470).reversed()).filter { !(240...260).contains($0) })
            }
        }
        #expect(Set(ids).count == ids.count)
        #expect(ids == Array((1...450).reversed()).filter { !(240...250).contains($0) })
    }

    @Test func `ranks that move between two pages give nothing twice`() async throws {
        stage.server.fill("trends/tags", Array(1...50))
        let client = try stage.client()
        var ids: [Int64] = []
        for try await tag in client.trendingTags {
            ids.append(tag.id)
            if ids.count == 20 { stage.server.fill("trends/tags", [90, 91] + Array(1...50)) }
        }
        #expect(Set(ids).count == ids.count && Set(ids).isSuperset(of: Array(1...50)))
        // The link names the public list; the admin's is asked all the same.
        #expect(stage.server.asked.allSatisfy { $0.path == "/api/v1/admin/trends/tags" })
    }

    @Test func `pages that lead back to themselves come to an end`() async throws {
        let proxy = FaultProxy(upstream: stage.server.port)
        let url = "http://127.0.0.1:\(proxy.port)"
        proxy.fail(
            .answer(
                200, body: #"[{"id":"1","domain":"a.example","created_at":"2026-03-04T05:06:07Z"}]"#,
                headers: ["Link: <\(url)/api/v1/admin/domain_allows?max_id=7>; rel=\"next\""]), times: 50
        ) { $0.target.contains("domain_allows") }
        let allows = try await stage.client(at: url).domainAllows.all()
        #expect(allows.map(\.id) == [1])
        #expect(proxy.requests.count { $0.target.contains("domain_allows") } == 2)
    }

    @Test(arguments: ["https://evil.example", "http://127.0.0.1:1", "https://a.example@evil.example"])
    func `a next page on another server is refused`(origin: String) async throws {
        let proxy = FaultProxy(upstream: stage.server.port)
        proxy.fail(
            .answer(
                200, body: #"[{"id":"1","domain":"a.example","created_at":"2026-03-04T05:06:07Z"}]"#,
                headers: ["Link: <\(origin)/api/v1/admin/domain_allows?max_id=1>; rel=\"next\""])
        ) { $0.target.contains("domain_allows") }
        let client = try stage.client(at: "http://127.0.0.1:\(proxy.port)") {
            $0.publicAddress = "https://a.example"
        }
        let refused = await fault { _ = try await client.domainAllows.all() }
        #expect(refused?.kind == .unreachable && refused?.message.contains("another server") == true)
    }

    @Test func `on this machine the server is told the name people know, and its links under that name are good`()
        async throws
    {
        stage.server.fill("domain_allows", Array((1...600).reversed()))
        let client = try stage.client { $0.publicAddress = "http://social.example" }
        #expect(try await client.domainAllows.all().count == 600)
        #expect(stage.server.all.allSatisfy { $0.headers["host"] == "social.example" })
    }
}
