import Faults

/// The way to a server that cannot be reached directly: by the system's ssh, with its agent, its known hosts and its
/// own configuration.
package struct Way: Sendable, Equatable {
    package enum Kind: String, Sendable {
        /// Its services are brought here.
        case ssh
        /// The command runs there.
        case sshExec = "ssh-exec"
    }

    package var kind: Kind
    package var user: String?
    /// A name, an address or an alias of ssh's configuration.
    package var host: String
    package var port: Int?

    /// Reads `ssh://user@host:port`; nil for what is none. What ssh could take for an option or a command is none.
    package init?(_ text: String) {
        guard let mark = text.firstRange(of: "://"), let kind = Kind(rawValue: String(text[..<mark.lowerBound])) else {
            return nil
        }
        self.kind = kind
        var rest = text[mark.upperBound...]
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        if let sign = rest.lastIndex(of: "@") {
            user = String(rest[..<sign])
            rest = rest[rest.index(after: sign)...]
        }
        if let colon = rest.lastIndex(of: ":"), !rest.hasSuffix("]") {
            guard let number = Int(rest[rest.index(after: colon)...]), (1...65_535).contains(number) else { return nil }
            port = number
            rest = rest[..<colon]
        }
        if rest.hasPrefix("["), rest.hasSuffix("]") { rest = rest.dropFirst().dropLast() }
        host = String(rest)
        guard Self.isName(host[...], ".:-_%"), user.map({ Self.isName($0[...], ".-_") }) ?? true else { return nil }
    }

    private static func isName(_ text: Substring, _ signs: String) -> Bool {
        guard let first = text.first, first != "-" else { return false }
        return text.allSatisfy { ($0.isASCII && ($0.isLetter || $0.isNumber)) || signs.contains($0) }
    }

    /// `ssh://mastodon@db.example:2222`.
    package var text: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return "\(kind.rawValue)://\(user.map { $0 + "@" } ?? "")\(name)\(port.map { ":\($0)" } ?? "")"
    }

    /// The words by which ssh is told where to go, behind its options.
    package var arguments: [String] {
        (port.map { ["-p", String($0)] } ?? []) + (user.map { ["-l", $0] } ?? []) + ["--", host]
    }
}

extension Resolver {
    /// - Throws: `Fault(.configuration)` for what is no way.
    func way() throws -> Way? {
        guard let text = text("via"), !text.value.isEmpty else { return nil }
        if let way = Way(text.value) { return way }
        throw Fault(
            .configuration,
            "\(text.origin) must be ssh://user@host or ssh-exec://user@host, with a port behind it or none"
        )
    }
}
