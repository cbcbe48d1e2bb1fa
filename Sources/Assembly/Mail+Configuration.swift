import Configuration
import Faults
import HTTP
import Mail
import Model
import Stores

extension Configuration {
    /// The mail server that the instance hands its mails to; nil where it speaks with none.
    ///
    /// - Parameter environment: of this process; it wins over the env file.
    /// - Throws: `Fault(.configuration)` when a detour cannot be read, or it is the own server of a machine behind ssh.
    package func mailRelay(_ environment: [String: String] = [:], isBulk: Bool = false) throws -> MailRelay? {
        let relay = try anyMailRelay(environment, isBulk: isBulk)
        guard let via, let relay, relay.isLocal else { return relay }
        throw Fault(
            .configuration, "\(relay.address) is the own mail server of the machine behind \(via.text)",
            help: "run the command there, or through a profile with via = \"ssh-exec://…\"")
    }

    /// Nil also for one that is not reached from here.
    var mailRelayInReach: MailRelay? {
        get throws {
            let relay = try anyMailRelay([:], isBulk: false)
            return via != nil && relay?.isLocal == true ? nil : relay
        }
    }

    private func anyMailRelay(_ environment: [String: String], isBulk: Bool) throws -> MailRelay? {
        let variables = (envFile?.entries.mapValues(\.value) ?? [:]).merging(
            environment.filter { $0.key.hasPrefix("SMTP_") || $0.key.hasPrefix("BULK_SMTP_") }
        ) { $1 }
        guard
            let settings = MailSettings(variables, domain: identity.localDomain ?? "localhost", isBulk: isBulk)
        else { return nil }
        var server = MailServer(
            host: settings.host, port: settings.port, security: Self.security(settings.security), name: settings.name)
        server.isVerified = settings.isVerified
        server.caFile = settings.caFile
        server.user = settings.user
        server.password = settings.password
        server.method = settings.method
        server.detours = try detours().filter { !$0.isPlain }.map(\.option)
        return MailRelay(server, sender: settings.sender)
    }

    private static func security(_ security: MailSettings.Security) -> MailServer.Security {
        switch security {
        case .none: .none
        case .offered: .offered
        case .startTLS: .startTLS
        case .tls: .tls
        }
    }
}

extension Fault {
    /// What a mail server's refusal means to the person at the terminal.
    init(_ error: MailError) {
        let (kind, message, help): (Kind, String, String) =
            switch error.kind {
            case .unreachable:
                (.unreachable, "cannot reach the mail server at \(error.address)", "check SMTP_SERVER and SMTP_PORT")
            case .tls:
                (
                    .unreachable, "no trusted TLS connection to the mail server at \(error.address)",
                    "check its certificate, SMTP_TLS, SMTP_ENABLE_STARTTLS and SMTP_CA_FILE"
                )
            case .login:
                (
                    .denied, "the mail server at \(error.address) refuses the login",
                    "check SMTP_LOGIN, SMTP_PASSWORD and SMTP_AUTH_METHOD"
                )
            case .refused:
                (
                    .denied, "the mail server at \(error.address) refuses the mail",
                    "see what it says, and SMTP_FROM_ADDRESS"
                )
            }
        self.init(kind, message, notes: [error.description], help: help, cause: error)
    }
}
