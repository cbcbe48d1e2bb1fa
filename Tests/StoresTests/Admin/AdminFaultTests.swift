import Faults
import Model
import Stores
import Support
import Testing

@Suite struct AdminFaultTests {
    private let stage = AdminStage()
    private let marked = "a-secret-token"

    /// A proxy in front of the fake, for what happens on the way.
    private func proxy() -> FaultProxy { FaultProxy(upstream: stage.server.port) }

    private func isRoute(_ request: FaultProxy.Request) -> Bool { request.target.hasPrefix("/api/v1/admin") }

    @Test func `a token without the scope is refused before anything is asked`() async throws {
        stage.server.grant("narrow", scopes: ["read:accounts", "admin:read", "admin:write:reports"])
        let client = try stage.client(token: "narrow")
        let refused = await fault { try await client.unblockDomain(1) }
        #expect(refused?.kind == .denied && refused?.message.contains("admin:write:domain_blocks") == true)
        #expect(refused?.notes.contains { $0.contains("admin:write:reports") } == true)
        #expect(refused?.help?.contains("mastoctl login") == true)
        #expect(stage.server.asked.isEmpty)
        #expect(try await client.resolveReport(1).id == 1)
        #expect(try await client.account(1).id == 1)
    }

    @Test func `an owner without the permission is refused before anything is asked, with the name of both`()
        async throws
    {
        stage.server.grant("helper", owner: "mod", permissions: 1 << 4 | 1 << 10)
        let client = try stage.client(token: "helper")
        let refused = await fault { _ = try await client.ipBlocks.all() }
        #expect(refused?.kind == .denied && refused?.message == "mod lacks the permission manage_blocks")
        #expect(stage.server.asked.isEmpty)
        #expect(try await client.account(1).id == 1)
        #expect(try await client.moderator(as: "@Mod") == "mod")
        #expect(await fault { _ = try await client.moderator(as: "alice") }?.kind == .denied)
    }

    @Test func `what is not told cannot be checked, and the server's own refusal names scope and permission`()
        async throws
    {
        stage.server.grant("silent", scopes: ["admin:read", "admin:write"], permissions: 0)
        let client = try stage.client(token: "silent")
        let refused = await fault { try await client.unblockIP(4) }
        #expect(refused?.kind == .denied && stage.server.asked.count == 1)
        let notes = refused?.notes.joined() ?? ""
        #expect(notes.contains("This action is not allowed") && notes.contains("admin:write:ip_blocks"))
        #expect(notes.contains("manage_blocks"))
    }

    @Test func `a token that is not taken is a denial that leads to login and never shows the token`() async throws {
        let client = try stage.client(token: marked)
        let refused = await fault { _ = try await client.account(1) }
        #expect(refused?.kind == .denied && refused?.help?.contains("mastoctl login") == true)
        #expect(!String(reflecting: refused).contains(marked))
        #expect(!String(reflecting: try AdminToken(marked)).contains(marked))
        stage.server.grant("app-only", owner: nil)
        let nobody = try stage.client(token: "app-only")
        #expect(await fault { _ = try await nobody.account(1) }?.message.contains("belongs to no user") == true)
    }

    @Test(arguments: ["", "two words", "line\nbreak", "ümlaut"])
    func `what cannot be in a header is no token`(text: String) {
        #expect(throws: Fault.self) { try AdminToken(text) }
    }

    @Test func `a record that is not there is told so`() async throws {
        stage.server.lose(9)
        let client = try stage.client()
        #expect(await fault { _ = try await client.account(9) }?.kind == .noSuch)
        #expect(await fault { try await client.unblockDomain(9) }?.kind == .noSuch)
    }

    @Test func `a refusal of what was asked is told in the server's words, and which block is in the way`()
        async throws
    {
        let proxy = proxy()
        let block =
            #"{"id":"5","domain":"bad.example","created_at":"2026-03-04T05:06:07Z","severity":"suspend","reject_media":false,"reject_reports":false,"obfuscate":false}"#
        let body = #"{"error":"You have already blocked it","existing_domain_block":\#(block)}"#
        proxy.fail(.answer(422, body: body), when: isRoute)
        let client = try stage.client(at: "http://127.0.0.1:\(proxy.port)")
        let refused = await fault { _ = try await client.blockDomain("bad.example", .init(severity: .silence)) }
        #expect(refused?.kind == .badData && refused?.message.contains("You have already blocked it") == true)
        #expect((refused?.cause as? DomainBlockExists)?.block.id == 5)
        #expect(refused?.notes.first?.contains("severity suspend") == true)
    }

    @Test func `a used-up limit is waited for as long as the server says, told, and never a failure`() async throws {
        let proxy = proxy()
        proxy.fail(.answer(429, body: "{}", headers: ["Retry-After: 7"]), times: 2, when: isRoute)
        let reset = [
            "X-RateLimit-Limit: 300", "X-RateLimit-Remaining: 0", "Date: Sat, 21 Nov 2026 11:00:00 GMT",
            "X-RateLimit-Reset: 2026-11-21T11:03:20.000000Z",
        ]
        proxy.fail(.answer(429, body: "{}", headers: reset), when: isRoute)
        let client = try stage.client(at: "http://127.0.0.1:\(proxy.port)")
        try await stage.hasty { try await client.act(on: 5, .init(.silence)) }
        #expect(proxy.requests.count { $0.method == "POST" } == 4)
        #expect(stage.server.asked.count == 1)
        // The waits ended at once, so that the last one still counts where the next begins.
        #expect(stage.waits.all.map { $0.rounded() } == [7, 7, 200])
        #expect(stage.events.all.count == 3)
        #expect(stage.events.all.last?.text.contains("200 s") == true)
    }

    @Test func `the last request of a limit holds back the next, a page only pages`() async throws {
        stage.server.tell([
            "X-RateLimit-Remaining: 0", "Date: Sat, 21 Nov 2026 11:00:00 GMT",
            "X-RateLimit-Reset: 2026-11-21T11:01:00Z",
        ])
        let client = try stage.client()
        _ = try await stage.hasty { try await client.facts() }
        #expect(stage.waits.all.isEmpty)
        _ = try await stage.hasty { try await client.account(1) }
        #expect(stage.waits.all.map { $0.rounded() } == [60])
    }

    @Test func `the last registration of an application does not hold back the exchange of its code`() async throws {
        stage.server.tell([
            "X-RateLimit-Remaining: 0", "Date: Sat, 21 Nov 2026 11:00:00 GMT",
            "X-RateLimit-Reset: 2026-11-21T11:09:00Z",
        ])
        let exchange = AdminExchange(.init(address: try ServerAddress(stage.server.url)))
        let door = OAuthDoor(exchange)
        try await stage.hasty {
            let application = try await door.register(scopes: ["admin:read"])
            _ = try? await door.redeem("no-such-code", for: application, OAuthDoor.Proof())
            #expect(stage.waits.all.isEmpty)
            _ = try await door.register(scopes: ["admin:read"])
        }
        #expect(stage.waits.all.map { $0.rounded() } == [540])
    }

    @Test func `a 403 that is no JSON is the check of host names, not a missing permission`() async throws {
        let proxy = proxy()
        let client = try stage.client(at: "http://127.0.0.1:\(proxy.port)")
        proxy.fail(.answer(403, body: "<html><body>Blocked</body></html>"), when: isRoute)
        let blocked = await fault { _ = try await client.account(1) }
        #expect(blocked?.kind == .configuration && blocked?.help?.contains("X-Forwarded-Proto") == true)
        proxy.fail(.answer(403, body: #"{"error":"This action is not allowed"}"#), when: isRoute)
        #expect(await fault { _ = try await client.account(1) }?.kind == .denied)
    }

    @Test func `what is idempotent is tried again after a failure of the server`() async throws {
        let proxy = proxy()
        proxy.fail(.answer(500, body: "oops"), times: 2, when: isRoute)
        let client = try stage.client(at: "http://127.0.0.1:\(proxy.port)")
        #expect(try await stage.hasty { try await client.account(3).id } == 3)
        proxy.fail(.answer(503, headers: ["Retry-After: 20"]), when: isRoute)
        #expect(try await stage.hasty { try await client.changeTag(3, .init(isUsable: true)).id } == 3)
        #expect(stage.waits.all.last == 20)
        proxy.fail(.answer(502), times: 9, when: isRoute)
        let down = await fault { try await stage.hasty { _ = try await client.account(3) } }
        #expect(down?.kind == .unreachable && down?.message.contains("502") == true)
        #expect(proxy.requests.count { $0.target.hasPrefix("/api/v1/admin") } == 3 + 2 + 4)
    }

    @Test func `a deletion that was tried again and finds nothing is done`() async throws {
        let proxy = proxy()
        proxy.fail(.refuse, when: isRoute)
        stage.server.lose(9)
        let client = try stage.client(at: "http://127.0.0.1:\(proxy.port)")
        try await stage.hasty { try await client.unblockIP(9) }
        #expect(stage.server.asked.count == 1)
    }

    @Test(arguments: [FaultProxy.Trouble.answer(500), .refuse, .cut(afterBytes: 10)])
    func `what is not idempotent is never sent twice when it may have arrived`(trouble: FaultProxy.Trouble)
        async throws
    {
        let proxy = proxy()
        let client = try stage.client(at: "http://127.0.0.1:\(proxy.port)")
        // The connection has been used, so that libcurl would try again by itself.
        #expect(try await client.account(3).id == 3)
        proxy.fail(trouble, when: isRoute)
        let failed = await failure { try await stage.hasty { try await client.act(on: 3, .init(.suspend)) } }
        #expect(failed?.contains("may have") == true, "\(failed ?? "nothing failed")")
        #expect(proxy.requests.count { $0.method == "POST" } == 1)
    }

    @Test func `what never left is sent again, whatever it is`() async throws {
        let client = try stage.client(at: "http://127.0.0.1:1") { $0.attempts = 3 }
        let failed = await failure { try await stage.hasty { try await client.act(on: 3, .init(.suspend)) } }
        #expect(stage.waits.all.count == 2, "\(failed ?? "")")
        #expect(failed?.contains("may have") == false)
    }

    @Test func `a slow server is given up after its time`() async throws {
        let proxy = proxy()
        proxy.fail(.stall, times: 9)
        let client = try stage.client(at: "http://127.0.0.1:\(proxy.port)") {
            $0.totalTimeout = .seconds(1)
            $0.attempts = 2
        }
        let failed = await failure { try await stage.hasty { _ = try await client.account(3) } }
        #expect(failed != nil)
        // What was given up may still be on its way.
        try await untilTrue("two requests") { proxy.requests.count >= 2 }
        #expect(proxy.requests.count == 2)
    }

    @Test(arguments: ["<html>hello</html>", "", "[1,2", "{\"id\":true}", "[]", String(repeating: "[", count: 1_000)])
    func `an answer that is none of the API's is told as such`(body: String) async throws {
        let proxy = proxy()
        proxy.fail(.answer(200, body: body), when: isRoute)
        let client = try stage.client(at: "http://127.0.0.1:\(proxy.port)")
        let odd = await fault { _ = try await client.account(3) }
        #expect(odd?.kind == .unreachable && odd?.message.contains("not Mastodon's Admin API") == true)
    }

    @Test func `a redirect is refused, and nothing of it is followed`() async throws {
        let other = FaultProxy(upstream: nil)
        other.fail(.answer(200, body: "{}"), times: 9)
        let proxy = proxy()
        proxy.fail(
            .answer(302, headers: ["Location: http://127.0.0.1:\(other.port)/api/v1/admin/accounts/3?x=1"]),
            when: isRoute)
        let client = try stage.client(at: "http://127.0.0.1:\(proxy.port)")
        let refused = await fault { _ = try await client.account(3) }
        #expect(refused?.kind == .unreachable && refused?.notes.first == "to http://127.0.0.1:\(other.port)")
        #expect(other.requests.isEmpty)
    }

    /// What a body's error tells, with the note of one that wraps another.
    private func failure(_ body: () async throws -> Void) async -> String? {
        do {
            try await body()
            return nil
        } catch let fault as Fault {
            return ([fault.message] + fault.notes).joined(separator: "; ")
        } catch let error as any Wrapping {
            #expect((error as any Error) as? any Transient == nil)
            return "\(error.cause); \(error.note)"
        } catch {
            return "\(error)"
        }
    }
}
