/// An IP address or a range of them, as the server keeps it: host bits are zero, a single address has its full length.
///
/// The rules are those of PostgreSQL's `inet` (`<<=`, `>>=`) and of Ruby's IPAddr, which reads what the server is given.
package struct IPNetwork: Sendable, Hashable {
    package enum Family: Sendable, Hashable {
        case v4, v6

        /// Bits of an address.
        package var width: Int { self == .v4 ? 32 : 128 }
    }

    package let family: Family
    /// The lowest address, in the low 32 bits for IPv4.
    package let address: UInt128
    /// How many leading bits all addresses share.
    package let prefix: Int

    /// - Parameters:
    ///   - address: bits beyond the prefix are cleared.
    ///   - prefix: from 0 to the family's width; values beyond are brought into it.
    package init(_ family: Family, _ address: UInt128, prefix: Int) {
        self.family = family
        self.prefix = min(max(prefix, 0), family.width)
        self.address = address & Self.mask(family, self.prefix)
    }

    /// The bits that count, from the left.
    static func mask(_ family: Family, _ prefix: Int) -> UInt128 {
        let all: UInt128 = family == .v4 ? 0xFFFF_FFFF : .max
        // A shift by the whole width gives zero.
        return all & ~(all >> UInt128(prefix))
    }

    package var isSingle: Bool { prefix == family.width }

    /// Whether every address of the other is one of these; a range contains itself. PostgreSQL's `>>=`.
    package func contains(_ other: IPNetwork) -> Bool {
        family == other.family && prefix <= other.prefix
            && other.address & Self.mask(family, prefix) == address
    }

    /// With its length, also for a single address: `192.0.2.9/32`, as the server exports and logs it.
    package var description: String { "\(addressText)/\(prefix)" }

    /// The lowest address: `192.0.2.0`, `2001:db8::`, `::ffff:192.0.2.1`.
    package var addressText: String {
        family == .v4 ? Self.dotted(UInt32(truncatingIfNeeded: address)) : colons
    }

    private static func dotted(_ bits: UInt32) -> String {
        "\(bits >> 24).\(bits >> 16 & 255).\(bits >> 8 & 255).\(bits & 255)"
    }

    /// The longest run of zeros, the first of equal ones, as `::`, and the end of embedded IPv4 addresses in dots.
    private var colons: String {
        let groups = (0..<8).map { UInt16(truncatingIfNeeded: address >> UInt128(112 - 16 * $0)) }
        var (start, length) = (0, 0)
        var index = 0
        while index < 8 {
            let run = groups[index...].prefix { $0 == 0 }.count
            if run > length { (start, length) = (index, run) }
            index += max(run, 1)
        }
        if length < 2 { return Self.joined(groups) }
        let isMapped = start == 0 && length == 5 && groups[5] == 0xFFFF
        if isMapped || (start == 0 && length == 6) {
            return (isMapped ? "::ffff:" : "::") + Self.dotted(UInt32(truncatingIfNeeded: address))
        }
        return Self.joined(groups[..<start]) + "::" + Self.joined(groups[(start + length)...])
    }

    private static func joined(_ groups: some Sequence<UInt16>) -> String {
        groups.map { String($0, radix: 16) }.joined(separator: ":")
    }
}

extension IPNetwork: CustomStringConvertible {}

extension IPNetwork: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
