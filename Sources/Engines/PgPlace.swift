/// A database as PostgreSQL's own programs are told of it: by their environment, never by their arguments.
package struct PgPlace: Sendable {
    package var host: String
    package var port: Int?
    package var database: String
    package var user: String
    package var password: String?
    package var sslMode: String?
    package var rootCertificate: String?
    /// A connection URL, in the place of the single values; the database's name is that above.
    private var uri: String?

    /// A database of the server that a URL names.
    package init(uri: String, database: String) {
        self.init(host: "", database: database, user: "")
        self.uri = uri
    }

    package init(
        host: String, port: Int? = nil, database: String, user: String, password: String? = nil,
        sslMode: String? = nil, rootCertificate: String? = nil
    ) {
        self.host = host
        self.port = port
        self.database = database
        self.user = user
        self.password = password
        self.sslMode = sslMode
        self.rootCertificate = rootCertificate
    }

    var environment: [String: String] {
        if let uri { return Self.parts(of: uri).merging(["PGDATABASE": database, "PGAPPNAME": "mastoctl"]) { $1 } }
        var all = ["PGHOST": host, "PGDATABASE": database, "PGUSER": user, "PGAPPNAME": "mastoctl"]
        all["PGPORT"] = port.map { "\($0)" }
        all["PGPASSWORD"] = password.flatMap { $0.isEmpty ? nil : $0 }
        all["PGSSLMODE"] = sslMode
        all["PGSSLROOTCERT"] = rootCertificate
        return all
    }

    /// The variables of a URL: `postgres://user:password@host:port/name`.
    private static func parts(of uri: String) -> [String: String] {
        var all: [String: String] = [:]
        var rest = uri.firstRange(of: "://").map { uri[$0.upperBound...] } ?? uri[...]
        rest = rest.prefix { $0 != "?" && $0 != "#" }
        if let at = rest.lastIndex(of: "@") {
            let person = rest[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            all["PGUSER"] = decoded(person[0])
            if person.count > 1 { all["PGPASSWORD"] = decoded(person[1]) }
            rest = rest[rest.index(after: at)...]
        }
        rest = rest.prefix { $0 != "/" }
        if let colon = rest.lastIndex(of: ":"), Int(rest[rest.index(after: colon)...]) != nil {
            all["PGPORT"] = String(rest[rest.index(after: colon)...])
            rest = rest[..<colon]
        }
        if !rest.isEmpty { all["PGHOST"] = decoded(rest) }
        return all
    }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
