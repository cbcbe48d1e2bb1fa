import DNS
import Stores
import Support
import Testing

@Suite struct MailServersTests {
    @Test func `the hosts of each domain come in order, normalised and each once`() async throws {
        let standIn = NameServerStandIn([
            "spam.example": .hosts(["MX1.spam.example", "mx2.spam.example", "mx1.spam.example"]),
            "silent.example": .hosts(["."]), "bare.example": .hosts([]),
        ])
        defer { standIn.stop() }
        let servers = try #require(MailServers(resolver: standIn.address, lookups: 2))
        let found = await servers.found(for: ["spam.example", "silent.example", "bare.example", "gone.example"])
        #expect(found.map(\.hosts) == [["mx1.spam.example", "mx2.spam.example"], [], [], []])
        #expect(found.allSatisfy { $0.reason == nil })
    }

    @Test func `an answer too long for a datagram is fetched over a connection`() async throws {
        let hosts = (1...100).map { "a-rather-long-name-of-a-host-\($0).mail.example" }
        let standIn = NameServerStandIn(["big.example": .hosts(hosts)])
        defer { standIn.stop() }
        let client = NameClient(NameServer(standIn.address))
        #expect(try await client.mailServers(of: "big.example") == hosts)
    }

    @Test func `a name server that fails, keeps silent or talks nonsense is told apart from one that knows nothing`()
        async throws
    {
        let standIn = NameServerStandIn([
            "failing.example": .failure, "silent.example": .silence, "odd.example": .garbage,
        ])
        defer { standIn.stop() }
        let client = NameClient(NameServer(standIn.address), patience: 1)
        await #expect(throws: NameError.noAnswer) { try await client.mailServers(of: "failing.example") }
        await #expect(throws: NameError.noAnswer) { try await client.mailServers(of: "silent.example") }
        let patient = NameClient(NameServer(standIn.address), patience: 20)
        await #expect(throws: NameError.malformed) { try await patient.mailServers(of: "odd.example") }
    }

    @Test(arguments: ["", "localhost", "::1", "127.0.0.1:0", "127.0.0.1:65536", "127.0.0.1:x", "127.0.0.1:53:1"])
    func `what names no name server is refused`(text: String) {
        #expect(NameServer(text) == nil)
    }
}
