import Faults
import Model

/// One thing `config check` has to say.
package struct ConfigurationFinding: Sendable, Equatable {
    package enum Severity: String, Sendable {
        case problem, warning, note
    }

    package var severity: Severity
    package var text: String
    /// What to do about it.
    package var help: String?
}

extension Configuration {
    /// Whether PostgreSQL is over a network, and somebody in between could have the connection go unencrypted: libpq's
    /// `prefer` and `allow` take what they are told.
    package var isTLSOptional: Bool {
        let host = postgres.host
        let isHere =
            host.isEmpty || host.hasPrefix("/") || host == "localhost" || host == "::1" || host.hasPrefix("127.")
        return !isHere && ["prefer", "allow", "disable"].contains(postgres.sslmode)
    }

    /// What is wrong or doubtful, without reaching any service. Problems first.
    package func findings() -> [ConfigurationFinding] {
        var problems: [String] = []
        var notes: [String] = []
        if identity.localDomain == nil { problems.append("no local domain is given (LOCAL_DOMAIN)") }
        if postgres.password == nil && !postgres.host.hasPrefix("/") && !postgres.host.isEmpty {
            notes.append("no PostgreSQL password is given; the server must trust us or ~/.pgpass hold one")
        }
        if ["verify-ca", "verify-full"].contains(postgres.sslmode) && postgres.sslRootCert == nil {
            notes.append("sslmode \(postgres.sslmode) without sslrootcert looks at ~/.postgresql/root.crt")
        }
        switch storage {
        case .filesystem(let root, _):
            if root.hasPrefix("/public/system") {
                problems.append("media lie at public/system, but the root is not known")
            }
            notes.append("media lie in \(root)")
        case .s3(let bucket):
            if bucket.accessKeyID == nil || bucket.secretAccessKey == nil {
                problems.append("media lie in S3, but the access key or its secret is missing")
            }
            if let endpoint = bucket.endpoint, !endpoint.hasPrefix("http://"), !endpoint.hasPrefix("https://") {
                problems.append("\(origin(of: "s3.endpoint")) must start with https:// or http://")
            }
            notes.append("media lie in the bucket \(bucket.bucket)")
        case .swift, .azure:
            problems.append("media lie in \(storage.kind), which mastoctl cannot reach; rows can be read all the same")
        }
        if lanes.allowed.contains(.api) && lanes.apiToken == nil {
            notes.append(
                "the api lane is allowed but has no token (`mastoctl login` gets one), so it is not taken")
        }
        if let credentialsTrouble { notes.append(credentialsTrouble) }
        if lanes.apiURL != nil, lanes.apiToken != nil, (try? lanes.address()) == nil {
            problems.append(
                "\(origin(of: "lanes.api_url")) must be an https:// address without a path "
                    + "(http:// for this machine, or with lanes.api_plain for a private one)")
        }
        if !doubts.isEmpty {
            problems.append(
                "other readers of an env file would understand \(doubts.joined(separator: ", ")) otherwise; "
                    + "set env_dialect, so that nothing is deleted in the wrong place")
        }
        if isTLSOptional {
            notes.append("sslmode \(postgres.sslmode) over a network: whoever is in between can switch TLS off")
        }
        return problems.map { ConfigurationFinding(severity: .problem, text: $0) }
            + warnings.map { ConfigurationFinding(severity: .warning, text: $0) }
            + notes.map { ConfigurationFinding(severity: .note, text: $0) }
    }
}
