import Support
import Testing

@testable import HTTP

@Suite struct DetourTests {
    @Test(arguments: [
        ("example.org:443:127.0.0.1:8443", "example.org:443:127.0.0.1:8443", false),
        ("::127.0.0.1:8443", "::127.0.0.1:8443", false), ("*:443:localhost:80:plain", ":443:localhost:80", true),
        ("Example.ORG::[::1]:8443", "example.org::[::1]:8443", false),
    ])
    func `a detour is read as curl reads it`(text: String, option: String, isPlain: Bool) throws {
        let detour = try #require(Detour(text))
        #expect(detour.option == option)
        #expect(detour.isPlain == isPlain)
    }

    @Test(arguments: [
        "", ":", "::", ":::", "a:b:c:d", "example.org:443:127.0.0.1", "example.org:443::80", "x:70000:y:1", "x:1:y:0",
        "x:1:::1:80",
    ])
    func `what is no detour is refused`(text: String) {
        #expect(Detour(text) == nil)
    }

    @Test func `a request goes where the detour says, under its own name`() async throws {
        let server = FaultProxy(upstream: nil)
        server.fail(.answer(200, body: "here"), times: 3)
        var settings = HTTPClient.Settings()
        settings.isPublicOnly = true
        settings.detours = [try #require(Detour("::127.0.0.1:\(server.port):plain"))]
        let client = HTTPClient(settings)
        defer { client.close() }
        for url in ["https://one.example/a?b#c", "https://two.example:8443/", "http://three.example/"] {
            #expect(try await client.send(HTTPRequest("GET", url)).body == Array("here".utf8))
        }
        let hosts = server.requests.map { request in
            request.head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("host:") }.map(String.init)
        }
        #expect(hosts == ["Host: one.example", "Host: two.example:8443", "Host: three.example"])
        #expect(server.requests.map(\.target) == ["/a?b", "/", "/"])
    }

    @Test func `only the hosts of a detour take it`() {
        let detours = [Detour("one.example:443:127.0.0.1:80:plain")].compactMap(\.self)
        #expect(HTTPRequest("GET", "https://one.example/x").detoured(by: detours).url == "http://one.example:443/x")
        #expect(HTTPRequest("GET", "https://two.example/x").detoured(by: detours).url == "https://two.example/x")
        #expect(
            HTTPRequest("GET", "https://one.example:8443/").detoured(by: detours).url == "https://one.example:8443/")
    }

    @Test(arguments: [
        "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "169.254.169.254", "10.0.0.1", "192.168.0.1",
    ])
    func `an address of this machine's own network is not spoken to when only public ones are wanted`(
        host: String
    ) async throws {
        let server = FaultProxy(upstream: nil)
        server.fail(.answer(200))
        var settings = HTTPClient.Settings()
        settings.isPublicOnly = true
        let client = HTTPClient(settings)
        defer { client.close() }
        await #expect {
            try await client.send(HTTPRequest("GET", "http://\(host):\(server.port)/"))
        } throws: {
            ($0 as? HTTPError)?.kind == .connectFailed
        }
        #expect(server.requests.isEmpty)
    }
}
