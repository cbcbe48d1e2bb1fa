import Configuration
import Glibc
import Postgres

extension ConnectionSettings {
    /// The driver's settings for a configured server.
    ///
    /// - Parameter purpose: what the sessions are called in PostgreSQL's own lists, before this process's number and its
    ///   machine.
    init(_ settings: PostgresSettings, purpose: String) {
        self.init(
            host: settings.host.isEmpty ? nil : settings.host, port: settings.port,
            database: settings.name.isEmpty ? nil : settings.name, user: settings.user.isEmpty ? nil : settings.user,
            password: settings.password?.reveal())
        tlsMode = TLSMode(rawValue: settings.sslmode)
        rootCertificate = settings.sslRootCert
        connectTimeout = settings.connectTimeout
        applicationName = "\(purpose) \(getpid())@\(Host.name)"
        lockTimeout = settings.lockTimeout
        idleTransactionTimeout = .seconds(15)
    }
}
