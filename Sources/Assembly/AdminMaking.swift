import Configuration
import Faults
import Model
import Stores
import Synchronization

/// Builds what speaks to the configured server's Admin API; nothing is connected yet.
package struct AdminMaking: Sendable {
    private let configuration: Configuration

    package init(_ configuration: Configuration) {
        self.configuration = configuration
    }

    /// What gives tokens and takes them back.
    ///
    /// - Parameter warn: told when the server has the program wait.
    /// - Throws: `Fault(.configuration)` without an address that can be used.
    package func door(warn: @escaping @Sendable (String) -> Void) throws -> OAuthDoor {
        OAuthDoor(AdminExchange(try settings()) { warn($0.text) })
    }

    /// The client with the configured token.
    ///
    /// - Parameter isPatient: whether what may pass is tried again.
    /// - Throws: `Fault(.configuration)` without a token or an address.
    func client(isPatient: Bool = true, warn: @escaping @Sendable (String) -> Void) throws -> AdminClient {
        guard let token = configuration.lanes.apiToken else {
            throw Fault(.configuration, "the Admin API needs a token", help: "get one with `mastoctl login`")
        }
        var settings = try settings()
        if !isPatient { settings.attempts = 1 }
        return AdminClient(settings, token: try AdminToken(token.reveal())) { warn($0.text) }
    }

    private func settings() throws -> AdminExchange.Settings {
        let address = try configuration.lanes.address()
        if let via = configuration.via, configuration.lanes.apiSocket != nil || !address.isSecure {
            throw Fault(
                .configuration, "\(address.description) is not asked through \(via.text) for a token",
                help: "log in where the server is, and give the token as lanes.api_token_file")
        }
        var settings = AdminExchange.Settings(address: address)
        if !address.isSecure { settings.publicAddress = configuration.identity.baseURL }
        if let socket = configuration.lanes.apiSocket {
            settings.address = try ServerAddress("http://localhost")
            settings.publicAddress = address.isSecure ? address.description : configuration.identity.baseURL
            settings.socket = socket
        }
        settings.detours = try configuration.detours()
        return settings
    }
}

/// The client of an instance's Admin API, built when it is first wanted.
final class LazyAdmin: Sendable {
    private let making: AdminMaking
    private let warnings: SiteWarnings
    private let made = Mutex<AdminClient?>(nil)

    init(_ configuration: Configuration, warnings: SiteWarnings) {
        making = AdminMaking(configuration)
        self.warnings = warnings
    }

    func client() throws -> AdminClient {
        try made.withLock { made in
            if let made { return made }
            let client = try making.client { [warnings] in warnings.warn($0) }
            made = client
            return client
        }
    }

    func close() { made.withLock { $0 }?.close() }
}
