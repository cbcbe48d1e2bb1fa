import Model
import Testing

@Suite struct IPListReaderTests {
    private func read(_ text: String) -> IPListReader {
        var reader = IPListReader()
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) { reader.read(Array(line.utf8)) }
        return reader
    }

    private let networks = ["192.0.2.0/24", "2001:db8::/32", "198.51.100.7"].compactMap { IPNetwork($0) }

    @Test func `a plain list has one range a line, with comments`() {
        let reader = read("# DROP\n192.0.2.0/24 # spam\r\n\n  2001:db8::/32\n")
        #expect(reader.faultCount == 0)
        #expect(reader.entries.map(\.ip) == Array(networks.prefix(2)))
        #expect(reader.entries.map(\.comment) == ["spam", nil])
    }

    @Test func `what is exported is read back in every form`() {
        for text in [IPExport.plain(networks), IPExport.nginx(networks), IPExport.nftables(networks)] {
            let reader = read(text)
            #expect(reader.faultCount == 0, "\(reader.faults)")
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
        #expect(reader.faultCount == 0, "\(reader.faults)")
        #expect(
            reader.entries.map(\.ip.description) == [
                "192.0.2.0/24", "198.51.100.4/30", "203.0.113.9/32", "10.0.0.1/32", "10.0.0.2/32", "10.1.0.0/16",
            ])
    }

    @Test func `a line that cannot be read is told with its number, and only some are kept`() {
        let reader = read("192.0.2.1\nnonsense\n192.0.2.999\ndeny 192.0.2.1\ndeny all;\n")
        #expect(reader.faults.map(\.line) == [2, 3, 4, 5])
        #expect(reader.faults.first?.reason == "'nonsense' is no IP address")
        let many = read(String(repeating: "x\n", count: 1_000))
        #expect(many.faultCount == 1_000 && many.faults.count == 20)
    }
}
