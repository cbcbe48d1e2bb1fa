import Model
import Testing

@Suite struct IPListReaderTests {
    private func read(_ text: some StringProtocol) -> IPListReader {
        var reader = IPListReader()
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) { reader.read(Array(line.utf8)) }
        reader.finish()
        return reader
    }

    private let networks = ["192.0.2.0/24", "2001:db8::/32", "198.51.100.7"].compactMap { IPNetwork($0) }

    @Test func `a plain list has one range a line, with comments`() {
        let reader = read("# DROP\n192.0.2.0/24 # spam\r\n\n  2001:db8::/32\n")
        #expect(reader.unread.count == 0)
        #expect(reader.entries.map(\.ip) == Array(networks.prefix(2)))
        #expect(reader.entries.map(\.comment) == ["spam", nil])
    }

    @Test func `what is exported is read back in every form`() {
        for text in [IPExport.plain(networks), IPExport.nginx(networks), IPExport.nftables(networks)] {
            let reader = read(text)
            #expect(reader.unread.count == 0, "\(reader.unread.first)")
            #expect(Set(reader.entries.map(\.ip)) == Set(networks))
        }
        #expect(read(IPExport.nftables([])).entries.isEmpty)
    }

    @Test func `nftables' own listings are read, with spans and timeouts`() {
        let reader = read(
            """
            #!/usr/sbin/nft -f
            table inet filter {
            \tset bad {
            \t\ttype ipv4_addr
            \t\tsize 65535
            \t\tflags interval,timeout
            \t\telements = { 192.0.2.0/24 timeout 1d expires 3h, 198.51.100.4-198.51.100.7,
            \t\t\t     203.0.113.9 }
            \t}
            \tchain input {
            \t\ttype filter hook input priority 0; policy accept;
            \t\tip saddr @bad drop
            \t}
            }
            add element inet filter bad { 10.0.0.1, 10.0.0.2 }
            define MORE = { 10.1.0.0/16 }
            """)
        #expect(reader.unread.count == 0, "\(reader.unread.first)")
        #expect(
            reader.entries.map(\.ip.description) == [
                "192.0.2.0/24", "198.51.100.4/30", "203.0.113.9/32", "10.0.0.1/32", "10.0.0.2/32", "10.1.0.0/16",
            ])
    }

    @Test func `a line that cannot be read is told with its number, and only some are kept`() {
        let reader = read("192.0.2.1\nnonsense\n192.0.2.999\ndeny 192.0.2.1\ndeny all;\n")
        #expect(reader.unread.first.map(\.line) == [2, 3, 4, 5])
        #expect(reader.unread.first.first?.reason == "'nonsense' is no IP address")
        let many = read(String(repeating: "x\n", count: 2_000).dropLast())
        #expect(many.unread.count == 2_000 && many.unread.first.count == 1_000)
    }

    @Test func `Spamhaus' lists are read, with what stands behind the semicolon`() {
        let reader = read(
            """
            ; Spamhaus DROP List
            ; Last-Modified: Thu, 01 Jan 2026 00:00:00 GMT
            192.0.2.0/24 ; SBL000001
            198.51.100.0/25;SBL000002
              ;
            2001:db8::/32 ;
            nonsense ; SBL000003
            """)
        #expect(reader.entries.map(\.ip.description) == ["192.0.2.0/24", "198.51.100.0/25", "2001:db8::/32"])
        #expect(reader.entries.map(\.comment) == ["SBL000001", "SBL000002", nil])
        #expect(reader.unread.first == [LineFault(line: 7, reason: "'nonsense' is no IP address")])
    }

    @Test func `JSON lines are read, each for itself`() {
        let reader = read(
            """
            {"cidr":"192.0.2.0/24","sblid":"SBL000001","rir":"x"}
            {"cidr":"192.0.2.0/24","sblid"

            {"cidr":"nonsense","sblid":"SBL000002","rir":"x"}
            {"cidr":"2001:db8::/32","sblid":"SBL000003","rir":"x"}
            {"asn":64496}
            {"type":"metadata","timestamp":1767225600,"size":100,"records":2,"copyright":"(c)","terms":"https://x.example"}
            """)
        #expect(reader.entries.map(\.ip.description) == ["192.0.2.0/24", "2001:db8::/32"])
        #expect(reader.entries.map(\.comment) == ["SBL000001", "SBL000003"])
        #expect(reader.unread.first.map(\.line) == [2, 4, 6])
    }

    @Test(arguments: [
        #"[{"id":"1","ip":"192.0.2.0/24","comment":"x"},{"ip":"2001:db8::/32","comment":""}]"#,
        "[\n  {\n    \"ip\": \"192.0.2.0/24\", \"comment\": \"x\"\n  },\n  {\"cidr\": \"2001:db8::/32\"}\n]\n",
        #"{"schema":"ip-blocks.list/1","blocks":[{"ip":"192.0.2.0/24","comment":"x"},{"ip":"2001:db8::/32"}]}"#,
        "{\n\"schema\": \"ip-blocks.list/1\",\n\"blocks\": [\n{\"ip\":\"192.0.2.0/24\",\"comment\":\"x\"},\"2001:db8::/32\"]\n}",
    ])
    func `JSON over one line or many is read`(text: String) {
        let reader = read(text)
        #expect(reader.unread.count == 0, "\(reader.unread.first)")
        #expect(reader.entries.map(\.ip.description) == ["192.0.2.0/24", "2001:db8::/32"])
        #expect(reader.entries.map(\.comment) == ["x", nil])
    }

    @Test func `JSON that breaks off is told where that begins`() {
        #expect(read("[\n\"192.0.2.1\",\n{\"ip\":").unread.first.map(\.line) == [3])
        #expect(read("[\"192.0.2.1\"]\nmore\nand more").unread.first.map(\.line) == [2])
        #expect(read("[::1]\n[2001:db8::]\n").entries.count == 2)
    }

    @Test func `Tor's exit addresses are read, and a list of them alone`() {
        let reader = read(
            """
            ExitNode AAAA
            Published 2026-01-01 00:00:00
            LastStatus 2026-01-01 00:00:00
            ExitAddress 192.0.2.7 2026-01-01 00:00:00
            ExitNode BBBB
            ExitAddress 2001:db8::7 2026-01-01 00:00:00
            ExitAddress
            """)
        #expect(reader.entries.map(\.ip.description) == ["192.0.2.7/32", "2001:db8::7/128"])
        #expect(reader.unread.first.map(\.line) == [7])
        #expect(read("192.0.2.7\n198.51.100.7\n").entries.count == 2)
    }

    @Test func `spans stand on lines of their own, too`() {
        let reader = read("198.51.100.4 - 198.51.100.7 # why\n2001:db8::-2001:db8::1\nno-address\n")
        #expect(reader.entries.map(\.ip.description) == ["198.51.100.4/30", "2001:db8::/127"])
        #expect(reader.entries.map(\.comment) == ["why", nil])
        #expect(reader.unread.first == [LineFault(line: 3, reason: "'no-address' is no IP address")])
    }
}
