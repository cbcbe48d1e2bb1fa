import Faults

/// Where a server answers: scheme, host and port, and nothing else.
package struct ServerAddress: Sendable, Hashable, CustomStringConvertible {
    package var isSecure: Bool
    /// Lower case; an IPv6 address in brackets.
    package var host: String
    package var port: Int

    /// Reads `https://example.social`, `example.social:8443`, `http://127.0.0.1:3000`.
    ///
    /// A token goes there, so that plain HTTP is taken for this machine alone.
    ///
    /// - Parameter allowsPlain: takes it for a private address or a bare name too, such as a container has.
    /// - Throws: `Fault(.configuration)`; its message names what is wrong, and neither a name nor a password in it.
    package init(_ text: String, allowsPlain: Bool = false) throws {
        var rest = text[...]
        var scheme = "https"
        if let mark = rest.firstRange(of: "://") {
            scheme = rest[..<mark.lowerBound].lowercased()
            rest = rest[mark.upperBound...]
        }
        guard scheme == "https" || scheme == "http" else {
            throw Self.wrong("it must begin with https://")
        }
        if rest.hasSuffix("/") { rest.removeLast() }
        guard !rest.contains("@") else { throw Self.wrong("it must hold no name and no password") }
        guard !rest.contains(where: { "/?#".contains($0) }) else {
            throw Self.wrong("it must be the server's own address, without a path")
        }
        isSecure = scheme == "https"
        port = isSecure ? 443 : 80
        let hostEnd = rest.hasPrefix("[") ? rest.firstIndex(of: "]").map { rest.index(after: $0) } : nil
        let colon = rest[(hostEnd ?? rest.startIndex)...].firstIndex(of: ":")
        if let colon {
            guard let number = Int(rest[rest.index(after: colon)...]), (1...65_535).contains(number) else {
                throw Self.wrong("its port must be a number from 1 to 65535")
            }
            port = number
        }
        host = rest[..<(colon ?? rest.endIndex)].lowercased()
        let letters = host.hasPrefix("[") ? "[]0123456789abcdef:." : "abcdefghijklmnopqrstuvwxyz0123456789-._"
        guard !host.isEmpty, host.allSatisfy({ letters.contains($0) }) else {
            throw Self.wrong("it must name a host, in punycode if need be")
        }
        guard isSecure || isLoopback || allowsPlain && isPrivate else {
            throw Self.wrong(
                allowsPlain
                    ? "http:// is for this machine, a private address or a name without a dot"
                    : "it must begin with https://, since a token goes there; http:// is for this machine alone "
                        + "(lanes.api_plain takes it for a private one)")
        }
    }

    private static func wrong(_ reason: String) -> Fault {
        Fault(
            .configuration, "the address of the Admin API cannot be used", notes: [reason],
            help: "set lanes.api_url in the profile")
    }

    /// Whether it is this machine.
    package var isLoopback: Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Whether it cannot be out in the internet: an address of a private range (RFC 1918, 4193, 6598, link-local), or a
    /// name without a dot, as containers and machines of one network have.
    package var isPrivate: Bool {
        if host.hasPrefix("[") {
            let first = UInt16(host.dropFirst().prefix { $0 != ":" }, radix: 16) ?? 0
            return first & 0xFE00 == 0xFC00 || first & 0xFFC0 == 0xFE80
        }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { UInt8($0) }
        guard numbers.count == 4, parts.count == 4 else {
            // A number alone is an address, too.
            return parts.count == 1 && host.contains { $0.isLetter } && !host.hasPrefix("0x")
        }
        switch (numbers[0], numbers[1]) {
        case (10, _), (192, 168), (169, 254): return true
        case (172, let second): return (16...31).contains(second)
        case (100, let second): return (64...127).contains(second)
        default: return false
        }
    }

    /// `https://example.social`; the port where it is not the usual one.
    package var description: String {
        let usual = isSecure ? 443 : 80
        return "\(isSecure ? "https" : "http")://\(authority(usual: usual))"
    }

    /// `example.social`, `127.0.0.1:3000`.
    package var authority: String { authority(usual: isSecure ? 443 : 80) }

    private func authority(usual: Int) -> String { port == usual ? host : "\(host):\(port)" }
}
