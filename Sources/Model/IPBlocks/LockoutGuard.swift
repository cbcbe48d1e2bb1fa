/// Finds blocks of addresses that would shut out everybody, the moderators, or what this server itself comes from.
package struct LockoutGuard: Sendable {
    /// What is wrong with a range that somebody wants to block.
    package enum Danger: Sendable, Equatable {
        /// All addresses of a family.
        case everybody(IPNetwork)
        /// More than any network that belongs to one.
        case vast(IPNetwork)
        /// Ranges that together hold half of all addresses of a family, or more.
        case half(IPNetwork.Family, ranges: Int)
        /// An address of this machine's.
        case host(IPNetwork, address: IPNetwork)
        /// Addresses that are no stranger's: this machine's to itself, those of proxies before the server.
        case inside(IPNetwork, Inside)
        /// Moderators signed in from there lately.
        case staff(IPNetwork, [String])
    }

    package enum Inside: String, Sendable, CaseIterable {
        case loopback, `private`
        case linkLocal = "link-local"
    }

    /// A moderator and where from they signed in.
    package struct SignIn: Sendable, Equatable {
        package var name: String
        package var address: IPNetwork

        package init(name: String, address: IPNetwork) {
            self.name = name
            self.address = address
        }
    }

    /// How far back sign-ins of moderators count.
    package static let days = 30

    /// The largest networks that are one owner's: the /8 of the first days, and the /19 that registries have given to
    /// single providers. Whoever means more means everybody.
    static func leastPrefix(_ family: IPNetwork.Family) -> Int { family == .v4 ? 8 : 19 }

    /// Source: RFC 6890 and RFC 4193; what Rails takes for proxies that it trusts (`ActionDispatch::RemoteIp`), and the
    /// shared addresses of RFC 6598.
    private static let inside: [(IPNetwork, Inside)] = [
        ("127.0.0.0/8", .loopback), ("::1", .loopback), ("10.0.0.0/8", .private), ("172.16.0.0/12", .private),
        ("192.168.0.0/16", .private), ("100.64.0.0/10", .private), ("fc00::/7", .private),
        ("169.254.0.0/16", .linkLocal), ("fe80::/10", .linkLocal),
    ].compactMap { text, kind in IPNetwork(text).map { ($0, kind) } }

    /// Ranges for examples (RFC 5737, RFC 3849). A machine that has such an address is one for trials, and who blocks the
    /// whole range does not mean it; who blocks that very address does.
    private static let examples = ["192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32"]
        .compactMap { IPNetwork($0) }

    private let host: [IPNetwork]
    private let staff: [SignIn]

    /// - Parameters:
    ///   - host: addresses of this machine.
    ///   - staff: where moderators signed in from.
    package init(host: [IPNetwork], staff: [SignIn]) {
        self.host = host.map(\.unmapped)
        self.staff = staff.map { SignIn(name: $0.name, address: $0.address.unmapped) }
    }

    /// What is wrong with each, in their order; then what is wrong with all of them together.
    ///
    /// - Parameter severity: a block that lets people sign up once they are approved shuts out nobody, and one that
    ///   keeps them from signing up shuts out nobody who is here.
    package func dangers(of ranges: [IPNetwork], severity: IPBlock.Severity) -> [Danger] {
        guard severity != .signUpRequiresApproval else { return [] }
        var dangers: [Danger] = []
        for range in ranges {
            let plain = range.unmapped
            if let size = Self.size(plain, as: range) {
                dangers.append(size)
            } else if severity == .noAccess {
                dangers += inner(plain, as: range)
            }
        }
        if severity == .noAccess { dangers += signIns(among: ranges) }
        let isTold = dangers.contains { if case .everybody = $0 { true } else { false } }
        return dangers + (isTold ? [] : [.v4, .v6].compactMap { Self.half(of: $0, ranges) })
    }

    private static func size(_ plain: IPNetwork, as range: IPNetwork) -> Danger? {
        if plain.prefix == 0 { return .everybody(range) }
        return plain.prefix < leastPrefix(plain.family) ? .vast(range) : nil
    }

    private func inner(_ plain: IPNetwork, as range: IPNetwork) -> [Danger] {
        var dangers: [Danger] = []
        if let (_, kind) = Self.inside.first(where: { plain.overlaps($0.0) }) { dangers.append(.inside(range, kind)) }
        let own = host.first { address in
            plain.contains(address) && (plain.isSingle || !Self.examples.contains { $0.contains(address) })
        }
        if let own { dangers.append(.host(range, address: own)) }
        return dangers
    }

    /// Ranges that moderators signed in from; those within a larger one are told with it.
    private func signIns(among ranges: [IPNetwork]) -> [Danger] {
        let set = IPNetworkSet(ranges.map(\.unmapped))
        var names: [IPNetwork: [String]] = [:]
        for signIn in staff {
            guard let range = set.widest(around: signIn.address), names[range]?.contains(signIn.name) != true else {
                continue
            }
            names[range, default: []].append(signIn.name)
        }
        var told: Set<IPNetwork> = []
        return ranges.compactMap { range in
            guard let people = names[range.unmapped], told.insert(range.unmapped).inserted else { return nil }
            return .staff(range, people)
        }
    }

    /// Whether the ranges hold half of a family's addresses, counted once each. Of IPv6 only 2000::/3 is given out.
    private static func half(of family: IPNetwork.Family, _ ranges: [IPNetwork]) -> Danger? {
        let space = family == .v4 ? IPNetwork(.v4, 0, prefix: 0) : IPNetwork(.v6, 1 << 125, prefix: 3)
        let parts = ranges.map(\.unmapped).filter(space.contains).sorted {
            ($0.address, $0.prefix) < ($1.address, $1.prefix)
        }
        var covered: UInt128 = 0
        var last: IPNetwork?
        for part in parts where last?.contains(part) != true {
            covered += part.size
            last = part
        }
        return covered >= space.size / 2 && parts.count > 1 ? .half(family, ranges: parts.count) : nil
    }
}

extension LockoutGuard.Danger {
    /// For people: whom it would shut out.
    package var words: String {
        switch self {
        case .everybody(let range): "\(range) is everybody"
        case .vast(let range): "\(range) holds more than any one network does"
        case .half(let family, let ranges):
            "\(Noun.counted(ranges, "ranges", "hold")) half of all \(family == .v4 ? "IPv4" : "IPv6") addresses or more"
        case .host(let range, let address): "\(range) holds \(address.addressText), an address of this machine"
        case .inside(let range, .loopback): "\(range) holds addresses by which this machine reaches itself"
        case .inside(let range, let kind):
            "\(range) holds \(kind.rawValue) addresses, which proxies before this server may have"
        case .staff(let range, let names):
            "\(range): \(names.prefix(10).joined(separator: ", "))\(names.count > 10 ? " and others" : "") signed in from"
                + " there within \(LockoutGuard.days) days"
        }
    }
}

/// Ranges, asked which of them hold an address; each question takes no longer for many of them.
struct IPNetworkSet {
    private var addresses: [IPNetwork.Family: [Int: Set<UInt128>]] = [:]

    init(_ ranges: [IPNetwork]) {
        for range in ranges { addresses[range.family, default: [:]][range.prefix, default: []].insert(range.address) }
    }

    func widest(around address: IPNetwork) -> IPNetwork? {
        let known = addresses[address.family] ?? [:]
        return known.keys.sorted().lazy.filter { $0 <= address.prefix }
            .map { IPNetwork(address.family, address.address, prefix: $0) }
            .first { known[$0.prefix]?.contains($0.address) ?? false }
    }
}

extension IPNetwork {
    /// How many addresses; all of IPv6 are one fewer than there are, which no 128 bits hold.
    var size: UInt128 {
        let free = family.width - prefix
        return free == 128 ? .max : 1 << UInt128(free)
    }

    /// Whether some address is in both.
    package func overlaps(_ other: IPNetwork) -> Bool { contains(other) || other.contains(self) }

    /// The IPv4 range that an IPv6 one such as `::ffff:192.0.2.0/120` stands for; others as they are.
    package var unmapped: IPNetwork {
        guard family == .v6, prefix >= 96, address >> 32 == 0xFFFF else { return self }
        return IPNetwork(.v4, address & 0xFFFF_FFFF, prefix: prefix - 96)
    }
}
