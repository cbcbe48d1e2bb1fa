import HTTP
import Support
import Testing

@Suite struct NewConnectionTests {
    /// libcurl sends a request again when a connection it kept ends without an answer; the first test shows that the
    /// second can fail.
    @Test(arguments: [(false, 2), (true, 1)])
    func `a request that needs a new connection is sent once`(needsNew: Bool, count: Int) async throws {
        let server = FaultProxy(upstream: nil)
        server.fail(.answer(200))
        server.fail(.refuse)
        server.fail(.answer(200), times: 2)
        let client = HTTPClient()
        let url = "http://127.0.0.1:\(server.port)/"
        _ = try await client.send(HTTPRequest("GET", url))
        var request = HTTPRequest("POST", url)
        request.needsNewConnection = needsNew
        let answer = try? await client.send(request)
        #expect((answer == nil) == needsNew)
        #expect(server.requests.count { $0.method == "POST" } == count)
    }
}
