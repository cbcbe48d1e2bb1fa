import Model
import Support
import Testing

/// Readers of what strangers wrote: no input ends the program, and twice the input takes twice the time.
@Suite struct ListFuzzTests {
    private static let words = [
        "192.0.2.0/24", "2001:db8::/32", "::ffff:1.2.3.4", "deny ", ";", "elements = {", "}", ",", "-", "#",
        "add element ",
        "define ", "table inet x {", "255.255.255.255", "/", "::", "%eth0", "[", "]", "\r", "\u{FEFF}",
        "ExitAddress ", "ExitNode", "; SBL1", "{\"cidr\":\"192.0.2.0/24\"}", "{\"type\":\"metadata\"}", "{", "[\"",
        "\"", "1.2.3.4-1.2.3.9",
    ]

    private func read(_ bytes: [UInt8]) -> IPListReader {
        var reader = IPListReader()
        for line in bytes.split(separator: 10, omittingEmptySubsequences: false) { reader.read(Array(line)) }
        reader.finish()
        return reader
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `lists of addresses made by chance are read or refused`(seed: UInt64) {
        var chaos = Chaos(seed: seed)
        for _ in 0..<Rounds.of(500, atLeast: 100) {
            let reader = read(chaos.bytes(upTo: 400, of: Self.words))
            #expect(reader.unread.first.count <= min(1_000, reader.unread.count))
            for entry in reader.entries { #expect(IPNetwork(entry.ip.description) == entry.ip) }
        }
    }

    @Test(arguments: [5, 6] as [UInt64])
    func `words made by chance are networks that print as they read, or none`(seed: UInt64) {
        var chaos = Chaos(seed: seed)
        let pieces = ["1", "255", ".", ":", "::", "ffff", "/", "24", "0", "[", "]", "128"]
        for _ in 0..<Rounds.of(5_000, atLeast: 1_000) {
            let text = chaos.text(upTo: 20, of: pieces)
            guard let network = IPNetwork(text) else { continue }
            #expect(IPNetwork(network.description) == network)
            #expect(network.contains(network))
        }
    }

    @Test(arguments: [7, 8] as [UInt64])
    func `spans made by chance are covered without a gap`(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<Rounds.of(300, atLeast: 100) {
            let family: IPNetwork.Family = Bool.random(using: &numbers) ? .v4 : .v6
            let all: UInt128 = family == .v4 ? 0xFFFF_FFFF : .max
            let ends = [UInt128.random(in: 0...all, using: &numbers), .random(in: 0...all, using: &numbers)].sorted()
            let ranges = IPNetwork.ranges(
                from: IPNetwork(family, ends[0], prefix: family.width),
                through: IPNetwork(family, ends[1], prefix: family.width))
            #expect(ranges.first?.address == ends[0] && ranges.count <= 2 * family.width)
            var next: UInt128? = ends[0]
            for range in ranges {
                #expect(range.address == next)
                let last = range.address | (range.prefix == 0 ? all : all >> UInt128(range.prefix))
                next = last == all ? nil : last + 1
                if range == ranges.last { #expect(last == ends[1]) }
            }
        }
    }

    private static let units = [
        "192.0.2.1\n", "deny 192.0.2.1;\n", "elements = { 192.0.2.1, ", "x", "#", "{", "192.0.2.1 ", "\n",
        "{\"cidr\":\"192.0.2.0/24\"}\n", "[\"192.0.2.1\",", "ExitAddress 192.0.2.7 2026-01-01\n",
        "192.0.2.0/24 ; SBL1\n",
    ]

    @Test(arguments: Rounds.some(of: units, atLeast: 4))
    func `eight times the list takes about eight times as long`(unit: String) {
        let ratio = growth(unit) { _ = read(Array($0.utf8)) }
        #expect(ratio < 24, "\(unit): \(ratio)")
    }

    @Test(arguments: ["192.0.2.1\n", "elements = { 192.0.2.1, "])
    func `a list of any length is read`(unit: String) {
        let reader = read(Array(String(repeating: unit, count: Rounds.of(10_000_000) / unit.utf8.count).utf8))
        #expect(reader.entries.count + reader.unread.count > 0)
    }
}
