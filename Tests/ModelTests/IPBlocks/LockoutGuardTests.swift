import Model
import Testing

@Suite struct LockoutGuardTests {
    private func network(_ text: String) -> IPNetwork { IPNetwork(text)! }

    private func dangers(
        _ ranges: [String], _ severity: IPBlock.Severity = .noAccess, host: [String] = [],
        staff: [(String, String)] = []
    ) -> [LockoutGuard.Danger] {
        LockoutGuard(
            host: host.map(network), staff: staff.map { LockoutGuard.SignIn(name: $0.0, address: network($0.1)) }
        ).dangers(of: ranges.map(network), severity: severity)
    }

    @Test func `everybody is told, and ranges no one network has`() {
        #expect(dangers(["0.0.0.0/0", "::/0"]) == [.everybody(network("0.0.0.0/0")), .everybody(network("::/0"))])
        #expect(dangers(["::ffff:0.0.0.0/96"]) == [.everybody(network("::ffff:0.0.0.0/96"))])
        for range in ["128.0.0.0/1", "4.0.0.0/7", "2000::/3", "2a00::/18"] {
            #expect(dangers([range]) == [.vast(network(range))])
        }
        for range in ["4.0.0.0/8", "2a00::/19", "203.0.113.0/24"] { #expect(dangers([range]) == []) }
    }

    @Test func `many ranges that hold half of all addresses together are told`() {
        let eighths = (1..<256).filter { ![10, 100, 127, 169, 172, 192].contains($0) }.map { "\($0).0.0.0/8" }
        #expect(dangers(Array(eighths.prefix(127))) == [])
        #expect(dangers(Array(eighths.prefix(127)) + ["1.2.3.0/24", "1.0.0.0/8"]) == [])
        let half = Array(eighths.prefix(128))
        #expect(dangers(half) == [.half(.v4, ranges: 128)])
        #expect(dangers(half)[0].words == "128 ranges hold half of all IPv4 addresses or more")
        #expect(dangers(half, .signUpBlock) == [.half(.v4, ranges: 128)])
        #expect(dangers(half, .signUpRequiresApproval) == [])
    }

    @Test(
        arguments: [
            ("127.0.0.1", .loopback), ("126.0.0.0/7", nil), ("::1", .loopback), ("::ffff:127.0.0.1", .loopback),
            ("10.1.2.0/24", .private), ("172.16.0.0/12", .private), ("172.32.0.0/16", nil), ("192.168.1.1", .private),
            ("192.0.0.0/8", .private), ("100.64.0.1", .private), ("fd00::/48", .private), ("fe80::1", .linkLocal),
            ("169.254.1.1", .linkLocal), ("198.51.100.7", nil),
        ] as [(String, LockoutGuard.Inside?)])
    func `addresses of this machine and of proxies are told`(range: String, kind: LockoutGuard.Inside?) {
        let found = dangers([range])
        if let kind {
            #expect(found == [.inside(network(range), kind)])
        } else {
            #expect(!found.contains { if case .inside = $0 { true } else { false } })
        }
        #expect(dangers([range], .signUpBlock).allSatisfy { if case .inside = $0 { false } else { true } })
    }

    @Test func `this machine's own addresses are told`() {
        #expect(
            dangers(["5.1.2.0/24", "203.0.113.0/24"], host: ["5.1.2.9", "2a02:db8::1"])
                == [.host(network("5.1.2.0/24"), address: network("5.1.2.9"))])
        #expect(
            dangers(["2a02:db8::/32"], host: ["2a02:db8::1"])[0].words
                == "2a02:db8::/32 holds 2a02:db8::1, an address of this machine")
    }

    @Test func `an address for examples is this machine's only when it is named by itself`() {
        #expect(dangers(["192.0.2.0/24"], host: ["192.0.2.2"]) == [])
        #expect(
            dangers(["192.0.2.2"], host: ["192.0.2.2"])
                == [.host(network("192.0.2.2"), address: network("192.0.2.2"))])
    }

    @Test func `moderators who signed in from there are named once, with the widest range`() {
        let staff = [
            ("alice", "198.51.100.9"), ("alice", "198.51.100.10"), ("bob", "198.51.100.9"), ("carol", "2001:db8::7"),
            ("dave", "192.0.2.1"),
        ]
        let found = dangers(
            ["198.51.100.9", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/48", "198.51.100.0/24"], staff: staff)
        #expect(
            found == [
                .staff(network("198.51.100.0/24"), ["alice", "bob"]), .staff(network("2001:db8::/48"), ["carol"]),
            ])
        #expect(found[0].words == "198.51.100.0/24: alice, bob signed in from there within 30 days")
        #expect(dangers(["198.51.100.0/24"], .signUpBlock, staff: staff) == [])
    }

    @Test func `a long list is looked at in no time`() {
        let ranges = (0..<100_000).map { IPNetwork(.v4, 0x0B00_0000 + UInt128($0) * 256, prefix: 24) }
        let staff = (0..<2_000).map {
            LockoutGuard.SignIn(name: "m\($0)", address: IPNetwork(.v4, 0x0B00_0000 + UInt128($0) * 7_919, prefix: 32))
        }
        let lockout = LockoutGuard(host: [network("11.0.0.1")], staff: staff)
        let found = lockout.dangers(of: ranges, severity: .noAccess)
        #expect(found.count > 1_000)
    }
}
