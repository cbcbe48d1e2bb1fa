import Model
import Testing

@Suite struct IPNetworkTests {
    /// As Ruby's IPAddr reads and prints them.
    @Test(arguments: [
        ("192.0.2.9", "192.0.2.9/32"), ("192.0.2.9/24", "192.0.2.0/24"), ("192.0.2.0/255.255.255.0", "192.0.2.0/24"),
        ("1.2.3.4/0", "0.0.0.0/0"), ("[::1]", "::1/128"), ("[::1]/64", "::/64"), ("::1", "::1/128"), ("::", "::/128"),
        ("::ffff:1.2.3.4", "::ffff:1.2.3.4/128"), ("::1.2.3.4", "::1.2.3.4/128"), ("2001:DB8::/32", "2001:db8::/32"),
        ("::/0", "::/0"), ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8/128"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0/128"),
        ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8/128"), ("1:0:0:2:0:0:0:3", "1:0:0:2::3/128"),
        ("1:0:0:2:0:0:3:4", "1::2:0:0:3:4/128"), ("::ffff:0:0", "::ffff:0.0.0.0/128"), ("::2:0", "::0.2.0.0/128"),
        ("::/ffff::", "::/16"), ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304/128"), ("::0:0:1.2.3.4", "::1.2.3.4/128"),
    ])
    func `what the server reads is read, and printed as it prints it`(text: String, printed: String) throws {
        let network = try #require(IPNetwork(text))
        #expect(network.description == printed)
        #expect(IPNetwork(network.description) == network)
    }

    @Test(arguments: [
        "", " 1.2.3.4", "1.2.3.4 ", "1.2.3.4\n", "/24", "1.2.3", "01.2.3.4", "1.2.3.4/33", "1.2.3.4/08", "1.2.3.4/",
        "1.2.3.4/ffff::", "1.2.3.4/255.0.255.0", "1.2.3.4/24/24", "256.1.1.1", "1::2::3", "1:2:3:4:5:6:7:8:9",
        "12345::1", "fe80::1%eth0", "::1/129", ":::", ":1", "1:", "[1.2.3.4]", "１.2.3.4", "1.2.3.+4", "0x1.2.3.4",
        "all", "::g", "1.2.3.4.5", "-1.2.3.4", "1.2.3.4/-1", "1.2.3.4/+8",
    ])
    func `what the server refuses is refused`(text: String) {
        #expect(IPNetwork(text) == nil)
    }

    @Test(arguments: [
        ("192.0.2.0/24", "192.0.2.9", true), ("192.0.2.0/24", "192.0.2.0/24", true),
        ("192.0.2.0/24", "192.0.0.0/16", false), ("192.0.2.0/24", "192.0.3.1", false), ("0.0.0.0/0", "::1", false),
        ("::/0", "2001:db8::1", true), ("2001:db8::/32", "2001:db9::/48", false), ("::/0", "0.0.0.0/0", false),
    ])
    func `a range holds what lies in it, of its own family`(outer: String, inner: String, holds: Bool) throws {
        #expect(try #require(IPNetwork(outer)).contains(#require(IPNetwork(inner))) == holds)
    }

    @Test func `a span becomes the fewest ranges that hold just it`() throws {
        func ranges(_ first: String, _ last: String) throws -> [String] {
            IPNetwork.ranges(from: try #require(IPNetwork(first)), through: try #require(IPNetwork(last)))
                .map(\.description)
        }
        #expect(try ranges("192.0.2.0", "192.0.2.255") == ["192.0.2.0/24"])
        #expect(try ranges("192.0.2.1", "192.0.2.4") == ["192.0.2.1/32", "192.0.2.2/31", "192.0.2.4/32"])
        #expect(try ranges("0.0.0.0", "255.255.255.255") == ["0.0.0.0/0"])
        #expect(try ranges("::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff") == ["::/0"])
        #expect(try ranges("255.255.255.255", "255.255.255.255") == ["255.255.255.255/32"])
    }
}
