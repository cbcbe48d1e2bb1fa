/// Where connections to a host really go, for tests and for machines that reach the network by way of another: what
/// `curl --connect-to` does. Names in requests, and the names certificates must have, stay as they are.
package struct Detour: Sendable, Equatable {
    /// Nil for every host, and every port.
    package var host: String?
    package var port: Int?
    package var target: String
    package var targetPort: Int
    /// Speaks HTTP where the request says HTTPS: the target is no TLS server.
    package var isPlain: Bool

    /// Reads `example.org:443:127.0.0.1:8443`, `::127.0.0.1:8443` for every host and port, and either with `:plain`
    /// behind it. The host to go to may be an IPv6 address in brackets.
    package init?(_ text: String) {
        var rest = text[...]
        isPlain = rest.hasSuffix(":plain")
        if isPlain { rest = rest.dropLast(6) }
        guard let colon = rest.lastIndex(of: ":"), let targetPort = Self.port(rest[rest.index(after: colon)...]) else {
            return nil
        }
        rest = rest[..<colon]
        let parts = rest.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[2].isEmpty else { return nil }
        let isBracketed = parts[2].hasPrefix("[") && parts[2].hasSuffix("]")
        guard isBracketed || !parts[2].contains(":") else { return nil }
        host = parts[0].isEmpty || parts[0] == "*" ? nil : parts[0].lowercased()
        if !parts[1].isEmpty {
            guard let port = Self.port(parts[1]) else { return nil }
            self.port = port
        }
        target = String(parts[2])
        self.targetPort = targetPort
    }

    private static func port(_ text: Substring) -> Int? {
        Int(text).flatMap { (1...65_535).contains($0) ? $0 : nil }
    }

    /// As libcurl takes it.
    package var option: String { "\(host ?? ""):\(port.map(String.init) ?? ""):\(target):\(targetPort)" }

    func applies(to host: String, _ port: Int) -> Bool {
        (self.host ?? host) == host && (self.port ?? port) == port
    }
}

extension HTTPRequest {
    /// The request in plain HTTP where its host's detour says so; its name and port stay.
    func detoured(by detours: [Detour]) -> HTTPRequest {
        guard !detours.isEmpty, url.hasPrefix("https://") else { return self }
        let name = endpoint.lowercased()
        let colon = name.hasSuffix("]") ? nil : name.lastIndex(of: ":")
        let host = colon.map { String(name[..<$0]) } ?? name
        let port = colon.flatMap { Int(name[name.index(after: $0)...]) } ?? 443
        guard detours.first(where: { $0.applies(to: host, port) })?.isPlain == true else { return self }
        var plain = self
        let path = url.dropFirst("https://".count).drop { $0 != "/" && $0 != "?" && $0 != "#" }
        plain.url = "http://\(host):\(port)\(path)"
        if plain.headers["Host"] == nil { plain.headers["Host"] = endpoint }
        return plain
    }
}
