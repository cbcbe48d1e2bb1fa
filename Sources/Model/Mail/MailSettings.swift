/// How a server hands its mails over, from its own variables.
///
/// Source: Mastodon 4.6.5 `config/email.yml`, `config/environments/production.rb`; mail 2.8 (ports and STARTTLS).
package struct MailSettings: Sendable, Equatable {
    package enum Security: String, Sendable {
        case none, offered, startTLS, tls
    }

    package let host: String
    package let port: Int
    package let security: Security
    package let isVerified: Bool
    package let caFile: String
    package let user: String?
    package let password: String?
    /// `PLAIN`, `LOGIN` or `CRAM-MD5`; nil for none that libcurl knows otherwise.
    package let method: String?
    /// What the server says that it is.
    package let name: String
    /// The address alone, without the name before it.
    package let sender: String

    /// - Parameters:
    ///   - variables: as the server reads them.
    ///   - isBulk: whether mails for many are meant (since 4.4).
    /// - Returns: nil where the server speaks with no mail server: none is named, or it has another way.
    package init?(_ variables: [String: String], domain: String, isBulk: Bool = false) {
        func value(_ name: String) -> String? {
            let found = variables[(isBulk ? "BULK_SMTP_" : "SMTP_") + name]
            return found.flatMap { $0.isEmpty ? nil : $0 }
        }
        guard variables["SMTP_DELIVERY_METHOD"] ?? "smtp" == "smtp", let host = value("SERVER") else { return nil }
        self.host = host
        let isTLS = value("TLS") == "true" || value("SSL") == "true"
        port = value("PORT").flatMap { Int($0) } ?? (isTLS ? 465 : 25)
        security =
            if isTLS {
                .tls
            } else {
                switch value("ENABLE_STARTTLS") {
                case "always": .startTLS
                case "never": .none
                default: value("ENABLE_STARTTLS_AUTO") == "false" ? .none : .offered
                }
            }
        isVerified = value("OPENSSL_VERIFY_MODE") != "none"
        caFile = value("CA_FILE") ?? "/etc/ssl/certs/ca-certificates.crt"
        let method = value("AUTH_METHOD")?.lowercased() ?? "plain"
        user = method == "none" ? nil : value("LOGIN")
        password = method == "none" ? nil : value("PASSWORD")
        self.method = ["plain": "PLAIN", "login": "LOGIN", "cram_md5": "CRAM-MD5"][method]
        name = value("DOMAIN") ?? domain
        sender = Self.bare(variables["SMTP_FROM_ADDRESS"] ?? "notifications@localhost")
    }

    /// `a@b` of `Mastodon <a@b>`.
    private static func bare(_ address: String) -> String {
        guard let start = address.lastIndex(of: "<"), let end = address.lastIndex(of: ">"), start < end else {
            return address
        }
        return String(address[address.index(after: start)..<end])
    }
}
