import CPostgres

extension ConnectionSettings {
    /// One set of libpq keywords for each host: a host that does not answer must not use up the time of the next.
    func attempts() throws(PostgresError) -> [[String: String]] {
        let keywords = try keywords()
        guard let host = keywords["host"], host.contains(",") else { return [keywords] }
        let hosts = host.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let ports = (keywords["port"] ?? "").split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let addresses = keywords["hostaddr"]?.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard ports.count <= 1 || ports.count == hosts.count, addresses.map({ $0.count == hosts.count }) ?? true else {
            throw PostgresError(.invalidSettings, "there are \(hosts.count) hosts and \(ports.count) ports")
        }
        return hosts.enumerated().map { index, host in
            var attempt = keywords
            attempt["host"] = host
            attempt["port"] = ports.count > 1 ? ports[index] : ports.first
            attempt["hostaddr"] = addresses?[index]
            return attempt.filter { !$0.value.isEmpty }
        }
    }

    private func keywords() throws(PostgresError) -> [String: String] {
        var keywords = try uri.map(Self.parse) ?? [:]
        func set(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { keywords[name] = value }
        }
        set("host", host)
        set("port", port)
        set("dbname", database)
        set("user", user)
        set("password", password)
        set("sslmode", tlsMode?.rawValue)
        set("sslrootcert", rootCertificate)
        set("target_session_attrs", targetSessionAttributes)
        set("application_name", applicationName)
        set("client_encoding", "UTF8")
        // A network that is gone without a word: an idle connection ends after 60 s, one with data under way likewise.
        for (name, value) in [
            "keepalives": "1", "keepalives_idle": "30", "keepalives_interval": "10", "keepalives_count": "3",
            "tcp_user_timeout": String(networkTimeout.components.seconds * 1_000),
        ] where keywords[name] == nil {
            keywords[name] = value
        }
        for (name, value) in keywords where value.utf8.contains(0) {
            throw PostgresError(.invalidSettings, "the setting \(name) holds a NUL")
        }
        return keywords
    }

    /// The keywords of a URI. libpq's own message is not passed on, since it may quote a piece of the password.
    private static func parse(_ uri: String) throws(PostgresError) -> [String: String] {
        var message: UnsafeMutablePointer<CChar>?
        guard !uri.utf8.contains(0), let options = PQconninfoParse(uri, &message) else {
            PQfreemem(message)
            throw PostgresError(
                .invalidSettings, "the database URI cannot be read",
                hint: "percent-encode what is special in the password")
        }
        defer { PQconninfoFree(options) }
        var keywords: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { keywords[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        // An unencoded "@" or "/" in the password moves a piece of it into the host or the port.
        let isPort = (keywords["port"] ?? "").utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ",") }
        guard isPort, !(keywords["host"] ?? "").contains("@") else {
            throw PostgresError(
                .invalidSettings, "the database URI has a strange host or port",
                hint: "percent-encode what is special in the password, as %40 for @ and %2F for /")
        }
        return keywords
    }
}
