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

    /// Requests without a token, for logging in and out.
    ///
    /// - Throws: `Fault(.configuration)` without an address that can be used.
    package func exchange(tell: @escaping @Sendable (AdminExchange.Event) -> Void) throws -> AdminExchange {
        AdminExchange(try settings(), tell: tell)
    }

    /// The client with a token: the configured one unless another is given.
    ///
    /// - Throws: `Fault(.configuration)` without a token or an address.
    package func client(
        token: AdminToken? = nil, tell: @escaping @Sendable (AdminExchange.Event) -> Void
    ) throws -> AdminClient {
        guard let token = try token ?? configuration.lanes.apiToken.map({ try AdminToken($0.reveal()) }) else {
            throw Fault(.configuration, "the Admin API needs a token", help: "get one with `mastoctl login`")
        }
        return AdminClient(try settings(), token: token, tell: tell)
    }

    private func settings() throws -> AdminExchange.Settings {
        guard let url = configuration.lanes.apiURL else {
            throw Fault(
                .configuration, "the address of the Admin API is not known",
                help: "set LOCAL_DOMAIN, WEB_DOMAIN or lanes.api_url")
        }
        var settings = AdminExchange.Settings(address: try ServerAddress(url))
        if settings.address.isLoopback, !settings.address.isSecure {
            settings.publicAddress = configuration.identity.baseURL
        }
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
            let client = try making.client { [warnings] in warnings.warn($0.text) }
            made = client
            return client
        }
    }

    func close() { made.withLock { $0 }?.close() }
}
