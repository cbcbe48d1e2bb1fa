import HTTP
import Support
import Testing

@Suite struct HTTPClientTests {
    let server = FaultProxy(upstream: nil)

    func url(_ path: String = "/") -> String { "http://127.0.0.1:\(server.port)\(path)" }

    func client(_ change: (inout HTTPClient.Settings) -> Void = { _ in }) -> HTTPClient {
        var settings = HTTPClient.Settings()
        change(&settings)
        return HTTPClient(settings)
    }

    /// The error of a request, for its kind.
    func failure(_ client: HTTPClient, _ request: HTTPRequest) async throws -> HTTPError? {
        do {
            _ = try await client.send(request)
            return nil
        } catch let error as HTTPError {
            return error
        }
    }

    @Test func `an answer has its status, headers without regard to case, and body`() async throws {
        server.fail(.answer(404, body: "no", headers: ["X-Thing:  a b "]))
        let response = try await client().send(HTTPRequest("GET", url("/x")))
        #expect(response.status == 404)
        #expect(response.headers["x-thing"] == "a b")
        #expect(response.body == Array("no".utf8))
    }

    @Test(arguments: ["/a//b", "/a/../b", "/a/./b", "/%2e%2e/c", "/a?b=c%2Fd&e"])
    func `a path travels as it stands`(path: String) async throws {
        server.fail(.answer(200))
        _ = try await client().send(HTTPRequest("GET", url(path)))
        #expect(server.requests.map(\.target) == [path])
    }

    @Test func `a body travels whole with its method and no waiting for 100 Continue`() async throws {
        server.fail(.answer(200), times: 3)
        let client = client()
        let body = [UInt8](repeating: 7, count: 100_000)
        _ = try await client.send(HTTPRequest("PUT", url(), body: body))
        _ = try await client.send(HTTPRequest("POST", url(), headers: ["X-Empty": ""]))
        _ = try await client.send(HTTPRequest("DELETE", url()))
        let seen = server.requests
        #expect(seen.map(\.method) == ["PUT", "POST", "DELETE"])
        #expect(seen[0].body == body)
        #expect(!seen[0].head.lowercased().contains("expect:"))
        #expect(!seen[0].head.lowercased().contains("content-type"))
        #expect(seen[1].head.lowercased().contains("content-length: 0"))
        #expect(seen[1].head.contains("X-Empty:"))
    }

    @Test func `connections are used again and never more than allowed`() async throws {
        server.fail(.answer(200, body: "x"), times: 100)
        let client = client { $0.concurrency = 3 }
        let address = url()
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<100 { group.addTask { try await client.send(HTTPRequest("GET", address)).status } }
            for try await status in group { #expect(status == 200) }
        }
        #expect(server.connections <= 3)
    }

    @Test func `a redirect is an answer`() async throws {
        server.fail(.answer(302, headers: ["Location: \(url("/y"))"]))
        #expect(try await client().send(HTTPRequest("GET", url("/x"))).status == 302)
        #expect(server.requests.count == 1)
    }

    @Test func `an answer without head is a lost connection, and may be tried again`() async throws {
        server.fail(.refuse, times: 5)
        let error = try #require(try await failure(client(), HTTPRequest("GET", url())))
        #expect([.connectionLost, .receiveFailed].contains(error.kind))
        #expect(error.isTransient)
        #expect(error.endpoint == "127.0.0.1:\(server.port)")
    }

    @Test func `a cut body is a lost connection`() async throws {
        let proxy = FaultProxy(upstream: server.port)
        server.fail(.answer(200, body: String(repeating: "x", count: 5000)))
        proxy.fail(.cut(afterBytes: 1000))
        let error = try await failure(client(), HTTPRequest("GET", "http://127.0.0.1:\(proxy.port)/"))
        #expect(error?.kind == .connectionLost)
    }

    @Test func `a port nobody listens on fails to connect`() async throws {
        let gone = FaultProxy(upstream: nil)
        gone.stop()
        let error = try await failure(client(), HTTPRequest("GET", "http://127.0.0.1:\(gone.port)/"))
        #expect([.connectFailed, .connectionLost, .receiveFailed].contains(error?.kind))
    }

    @Test func `silence and slowness end in a time-out`() async throws {
        server.fail(.stall, times: 2)
        let silent = try await failure(client { $0.stallTimeout = .seconds(1) }, HTTPRequest("GET", url()))
        #expect(silent?.kind == .timedOut)
        let late = try await failure(client { $0.totalTimeout = .milliseconds(100) }, HTTPRequest("GET", url()))
        #expect(late?.kind == .timedOut)
    }

    @Test func `a body larger than allowed is refused`() async throws {
        server.fail(.answer(200, body: String(repeating: "x", count: 5000)))
        let error = try await failure(client { $0.maximumResponseSize = 1000 }, HTTPRequest("GET", url()))
        #expect(error?.kind == .tooLarge)
    }

    @Test func `a receiver gets the body in parts and may end the transfer`() async throws {
        struct Enough: Error {}
        server.fail(.answer(200, body: String(repeating: "x", count: 50_000)), times: 2)
        let count = Counter()
        let client = client { $0.maximumResponseSize = 10 }
        let response = try await client.send(HTTPRequest("GET", url())) { count.add($0.count) }
        #expect(response.body.isEmpty)
        #expect(count.value == 50_000)
        await #expect(throws: Enough.self) {
            try await client.send(HTTPRequest("GET", url())) { _ in throw Enough() }
        }
    }

    @Test func `cancelling the task ends the transfer`() async throws {
        server.fail(.stall)
        let client = client()
        let address = url()
        let sending = Task { try await client.send(HTTPRequest("GET", address)) }
        while server.requests.isEmpty { await Task.yield() }
        sending.cancel()
        await #expect(throws: CancellationError.self) { try await sending.value }
    }

    @Test func `closing ends what is under way and refuses what comes`() async throws {
        server.fail(.stall)
        let client = client()
        let address = url()
        let sending = Task { try await client.send(HTTPRequest("GET", address)) }
        while server.requests.isEmpty { await Task.yield() }
        client.close()
        await #expect(throws: HTTPError.self) { try await sending.value }
        #expect(try await failure(client, HTTPRequest("GET", address))?.kind == .closed)
    }

    @Test(arguments: ["file:///etc/passwd", "gopher://127.0.0.1/", "http://", "nonsense://x"])
    func `nothing but HTTP is spoken`(address: String) async throws {
        #expect(try await failure(client(), HTTPRequest("GET", address))?.kind == .badRequest)
    }

    @Test func `a server that speaks no TLS fails as TLS and never as plain text`() async throws {
        let plain = FaultProxy(upstream: nil, speaksHTTP: false)
        let error = try await failure(client(), HTTPRequest("GET", "https://127.0.0.1:\(plain.port)/"))
        #expect(error?.kind == .tlsFailed)
    }

    @Test(.enabled(if: SecureServer.isAvailable, "openssl is not installed"))
    func `a certificate is believed only by its authority and only for its host`() async throws {
        let secure = try SecureServer()
        defer { secure.stop() }
        let trusting = client { $0.caFile = secure.certificate }
        #expect(
            try await failure(client(), HTTPRequest("GET", "https://localhost:\(secure.port)/"))?.kind == .tlsFailed)
        #expect(try await trusting.send(HTTPRequest("GET", "https://localhost:\(secure.port)/")).status == 200)
        let stranger = try await failure(trusting, HTTPRequest("GET", "https://127.0.0.1:\(secure.port)/"))
        #expect(stranger?.kind == .tlsFailed)
    }

    @Test func `credentials of an address are not in the error`() async throws {
        server.fail(.refuse, times: 5)
        let address = "http://user:secret@127.0.0.1:\(server.port)/?token=secret"
        let error = try #require(try await failure(client(), HTTPRequest("GET", address)))
        #expect(!"\(error)".contains("secret"))
    }
}
