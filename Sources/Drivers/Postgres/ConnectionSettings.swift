/// How to reach a database. What is nil is left to libpq: its `PG…` environment variables, `~/.pgpass`, its defaults.
package struct ConnectionSettings: Sendable {
    package enum TLSMode: String, Sendable, CaseIterable {
        case disable, allow, prefer, require
        case verifyCA = "verify-ca"
        case verifyFull = "verify-full"
    }

    /// A `postgres://` URI (`DATABASE_URL`). What is set below wins over it.
    package var uri: String?
    /// A name, an address, the directory of a Unix socket, or several with commas, tried in turn.
    package var host: String?
    /// A port, or as many as hosts, with commas.
    package var port: String?
    package var database: String?
    package var user: String?
    package var password: String?
    package var tlsMode: TLSMode?
    /// A file of PEM certificates, or `system`.
    package var rootCertificate: String?
    /// For each host.
    package var connectTimeout: Duration = .seconds(10)
    /// What the session is called in the server's own lists, whatever `PGAPPNAME` says; 63 bytes of it count.
    package var applicationName = "mastoctl"
    /// Whether several hosts are asked for a particular role: `read-write`, `standby`, …
    package var targetSessionAttributes: String?
    /// How long sent data may stay unacknowledged before the connection counts as lost.
    package var networkTimeout: Duration = .seconds(60)

    /// How long a statement of a transaction waits for somebody else's lock; nil leaves it to the server, which waits
    /// for ever.
    package var lockTimeout: Duration?
    /// How long a transaction may be left alone before the server ends it and its session, so that a process that hangs
    /// holds nobody up; nil leaves it to the server.
    package var idleTransactionTimeout: Duration?

    package init(
        host: String? = nil, port: Int? = nil, database: String? = nil, user: String? = nil, password: String? = nil
    ) {
        self.host = host
        self.port = port.map { String($0) }
        self.database = database
        self.user = user
        self.password = password
    }

    package init(uri: String) {
        self.uri = uri
    }
}

extension ConnectionSettings: CustomStringConvertible, CustomReflectable {
    /// Without password and URI.
    package var description: String {
        "\(database ?? "?") at \(host ?? "?"):\(port ?? "?") as \(user ?? "?")"
    }

    package var customMirror: Mirror { Mirror(self, children: []) }
}
