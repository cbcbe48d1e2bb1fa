import Support
import Testing

@testable import Operations

@Suite(.enabled(if: TestServers.areInstalled)) struct SecureHostTests {
    private func look(
        _ id: String, _ front: CheckFront, _ changes: [String: String] = [:], machine: [String: String]? = nil
    ) async throws -> CheckResult {
        let stage = try await CheckStage.shared()
        let results = try await stage.look(
            at: [id, "web.tls-chain", "web.tls-expiry"], stage.environment(changes), machine: machine, front: front)
        return try #require(results[id])
    }

    @Test(arguments: [(13, CheckResult.State.warning), (2, .critical), (-1, .critical), (16, .ok)])
    func `a certificate is told the sooner it ends the louder`(days: Int, state: CheckResult.State) async throws {
        let result = try await look("web.tls-expiry", CheckFront(.init(name: "ending", days: days)))
        #expect(result.state == state, "\(result.detail)")
        #expect(result.detail.contains(days < 0 ? "town.social has run out at 20" : "town.social"), "\(result.detail)")
        let left = try #require(result.evidence.first?.value)
        #expect((Double(days) - 0.1...Double(days)).contains(left), "\(left)")
    }

    @Test func `what has run out, and nothing more, is told by one check alone`() async throws {
        let front = try CheckFront(.init(name: "over", days: -1))
        #expect(try await look("web.tls-chain", front).state == .ok)
    }

    @Test(arguments: [
        (CheckFront.Fault(name: "alone", sending: .itselfAlone), "town.social: it sends its own certificate alone"),
        (CheckFront.Fault(name: "itself", sending: .selfSigned), "town.social: it vouches for itself"),
        (
            CheckFront.Fault(name: "other", hosts: ["village.social", "mail.village.social"]),
            "town.social: its certificate is for village.social, mail.village.social"
        ),
    ])
    func `what is wrong with a chain is told`(fault: CheckFront.Fault, words: String) async throws {
        let result = try await look("web.tls-chain", CheckFront(fault))
        #expect(result.state == .problem && result.detail.hasPrefix(words), "\(result.detail)")
    }

    @Test func `a host nobody answers for is no host that is sound`() async throws {
        let front = try CheckFront()
        let stage = try await CheckStage.shared()
        front.stop()
        let results = try await stage.look(
            at: ["web.tls-expiry", "web.tls-chain", "web.ipv6"], stage.environment(), front: front)
        for (id, result) in results { #expect(result.state == .unseen, "\(id): \(result.detail)") }
    }

    @Test func `an address by IPv6 is tried from a machine that has one itself`() async throws {
        let front = try CheckFront(
            isOnBoth: false, names: ["town.social": .records(addresses: ["127.0.0.1", "::1"])])
        let found = try await look("web.ipv6", front)
        #expect(found.state == .problem && found.detail.hasPrefix("town.social: ::1 "), "\(found.detail)")
        var machine = CheckStage.quietMachine
        machine["/proc/net/if_inet6"] = "00000000000000000000000000000001 01 80 10 80 lo\n"
        #expect(try await look("web.ipv6", front, machine: machine).state == .skipped)
    }

    @Test(arguments: [
        ("https://Files.example/x?y", "files.example", 443), ("wss://a.example:4000", "a.example", 4_000),
        ("a.example", "a.example", 443), ("a.example:8443", "a.example", 8_443),
    ])
    func `a host is read from an address`(text: String, name: String, port: Int) throws {
        let host = try #require(SecureHost(address: text))
        #expect(host.name == name && host.port == port)
    }

    @Test(arguments: ["http://a.example", "ws://a.example", "", "https:///x", "a.example:0", "a:b:c"])
    func `an address without TLS has no host to greet`(text: String) {
        #expect(SecureHost(address: text) == nil)
    }
}
