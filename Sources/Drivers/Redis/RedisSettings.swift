/// How to reach a Redis: an address, a Unix socket, or sentinels that know the master.
package struct RedisSettings: Sendable {
    package struct Address: Sendable, Equatable {
        package var host: String
        package var port: Int

        package init(host: String, port: Int) {
            self.host = host
            self.port = port
        }
    }

    package var address = Address(host: "127.0.0.1", port: 6379)
    /// Wins over `address`.
    package var socket: String?
    package var user: String?
    package var password: String?
    package var database = 0
    package var usesTLS = false
    /// A file of PEM certificates; nil trusts the system's.
    package var rootCertificate: String?
    /// False takes any certificate. For what an instance's own settings say, never a default.
    package var verifiesCertificate = true
    /// Where to ask for the master, in turn; wins over all of the above.
    package var sentinels: [Address] = []
    package var masterName = "mymaster"
    package var sentinelUser: String?
    package var sentinelPassword: String?
    package var connectTimeout: Duration = .seconds(5)
    /// How long to wait for the next piece of an answer.
    package var timeout: Duration = .seconds(30)

    package init() {}

    package init(host: String, port: Int = 6379, password: String? = nil) {
        address = Address(host: host, port: port)
        self.password = password
    }

    /// `redis://[user][:password]@host[:port][/database]`, `rediss://` for TLS, `unix:///path[?db=n]`.
    /// - Throws: `RedisError(.invalidSettings)`, which does not show the text: it may hold a password.
    package init(uri: String) throws(RedisError) {
        let unreadable = RedisError(.invalidSettings, "the Redis URL cannot be read")
        guard let colon = uri.firstRange(of: "://") else { throw unreadable }
        let scheme = uri[..<colon.lowerBound].lowercased()
        guard ["redis", "rediss", "unix"].contains(scheme) else { throw unreadable }
        usesTLS = scheme == "rediss"
        var rest = uri[colon.upperBound...]
        var query: Substring = ""
        if let mark = rest.firstIndex(of: "?") {
            query = rest[rest.index(after: mark)...]
            rest = rest[..<mark]
        }
        let authorityEnd = rest.firstIndex(of: "/") ?? rest.endIndex
        var authority = rest[..<authorityEnd]
        let path = rest[authorityEnd...]
        if let at = authority.lastIndex(of: "@") {
            let words = authority[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            user = words.first.flatMap { $0.isEmpty ? nil : Self.decoded($0) }
            password = words.count > 1 && !words[1].isEmpty ? Self.decoded(words[1]) : nil
            authority = authority[authority.index(after: at)...]
        }
        if scheme == "unix" {
            guard let name = Self.decoded(authority + path), !name.isEmpty else { throw unreadable }
            socket = name
        } else {
            guard let place = Self.place(authority) else { throw unreadable }
            address = place
            if path.count > 1 {
                guard let number = Int(path.dropFirst()), number >= 0 else { throw unreadable }
                database = number
            }
        }
        for pair in query.split(separator: "&") where pair.hasPrefix("db=") {
            guard let number = Int(pair.dropFirst(3)), number >= 0 else { throw unreadable }
            database = number
        }
    }

    /// `host`, `host:port`, `[v6]:port`.
    private static func place(_ text: Substring) -> Address? {
        var host = text
        var port: Substring = "6379"
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return nil }
            host = text[text.index(after: text.startIndex)..<end]
            let tail = text[text.index(after: end)...]
            if tail.hasPrefix(":") { port = tail.dropFirst() } else if !tail.isEmpty { return nil }
        } else if let colon = text.lastIndex(of: ":") {
            host = text[..<colon]
            port = text[text.index(after: colon)...]
        }
        guard let number = Int(port), (1...65_535).contains(number), !host.contains(":") || text.hasPrefix("[") else {
            return nil
        }
        return Address(host: host.isEmpty ? "127.0.0.1" : String(host), port: number)
    }

    /// Percent-decoded; nil when that gives no UTF-8.
    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
                rest.count >= 2
            {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}

extension RedisSettings: CustomStringConvertible, CustomReflectable {
    /// Without passwords.
    package var description: String {
        sentinels.isEmpty ? socket ?? "\(address.host):\(address.port)" : "master \(masterName)"
    }

    package var customMirror: Mirror { Mirror(self, children: []) }
}
