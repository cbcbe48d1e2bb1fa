extension IPNetwork {
    /// Reads what the server's own tool reads: `192.0.2.9`, `192.0.2.0/24`, `192.0.2.0/255.255.255.0`,
    /// `2001:db8::/32`, `[::1]`, `::ffff:192.0.2.1`. Host bits are cleared. Nil for anything else, a zone (`%eth0`) too,
    /// which no row can hold.
    ///
    /// Source: Ruby 3.4 `ipaddr.rb`, which `IpBlock.ip` is read by; checked against it.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        // The longest form has 39 digits and colons, a mask as long, and brackets.
        guard bytes.count <= 100 else { return nil }
        let parts = bytes.split(separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let (family, address) = Self.address(Array(first)) else { return nil }
        guard parts.count == 2 else {
            self.init(family, address, prefix: family.width)
            return
        }
        guard let prefix = Self.prefix(Array(parts[1]), family) else { return nil }
        self.init(family, address, prefix: prefix)
    }

    private static func address(_ bytes: [UInt8]) -> (Family, UInt128)? {
        if bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") {
            return sixteenBytes(Array(bytes.dropFirst().dropLast())).map { (.v6, $0) }
        }
        if let address = dotted(bytes) { return (.v4, UInt128(address)) }
        return sixteenBytes(bytes).map { (.v6, $0) }
    }

    /// A length, or a mask whose ones all stand left.
    private static func prefix(_ bytes: [UInt8], _ family: Family) -> Int? {
        if let number = decimal(bytes[...]) { return number <= family.width ? number : nil }
        guard let (ofMask, mask) = address(bytes), ofMask == family else { return nil }
        return (0...family.width).first { Self.mask(family, $0) == mask }
    }

    /// Digits without a zero before them; nil for anything else or beyond 999.
    private static func decimal(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard (1...3).contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        guard bytes.count == 1 || bytes.first != 0x30 else { return nil }
        return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func dotted(_ bytes: [UInt8]) -> UInt32? {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var address: UInt32 = 0
        for part in parts {
            guard let number = decimal(part), number <= 255 else { return nil }
            address = address << 8 | UInt32(number)
        }
        return address
    }

    private static func sixteenBytes(_ bytes: [UInt8]) -> UInt128? {
        let colon = UInt8(ascii: ":")
        // Where `::` stands, if anywhere; a second one leaves an empty group behind, which is refused.
        let gap = bytes.indices.dropLast().first { bytes[$0] == colon && bytes[$0 + 1] == colon }
        guard let gap else {
            guard let groups = groups(bytes[...], mayEndDotted: true), groups.count == 8 else { return nil }
            return number(groups)
        }
        guard let head = groups(bytes[..<gap], mayEndDotted: false),
            let tail = groups(bytes[(gap + 2)...], mayEndDotted: true), head.count + tail.count <= 7
        else { return nil }
        return number(head + Array(repeating: 0, count: 8 - head.count - tail.count) + tail)
    }

    private static func groups(_ bytes: ArraySlice<UInt8>, mayEndDotted: Bool) -> [UInt16]? {
        if bytes.isEmpty { return [] }
        let words = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        var groups: [UInt16] = []
        for (index, word) in words.enumerated() {
            if mayEndDotted, index == words.count - 1, let end = dotted(Array(word)) {
                groups += [UInt16(end >> 16), UInt16(end & 0xFFFF)]
                continue
            }
            guard (1...4).contains(word.count), word.allSatisfy(isHexadecimal),
                let group = UInt16(String(decoding: word, as: UTF8.self), radix: 16)
            else { return nil }
            groups.append(group)
        }
        return groups
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }

    private static func number(_ groups: [UInt16]) -> UInt128 {
        groups.reduce(0) { $0 << 16 | UInt128($1) }
    }
}
