import Configuration
import Faults
import HTTP
import Stores

extension Configuration {
    /// Other servers as this instance's admin may ask them.
    ///
    /// - Parameters:
    ///   - concurrency: requests at once.
    ///   - timeout: for one request.
    /// - Throws: `Fault(.configuration)` when a detour cannot be read.
    package func remoteServers(concurrency: Int, timeout: Duration = .seconds(10)) throws -> RemoteServers {
        var settings = HTTPClient.Settings()
        settings.concurrency = concurrency
        settings.detours = try detours()
        return RemoteServers(settings, for: identity.localDomain ?? "localhost", timeout: timeout)
    }

    /// Auxiliary service providers, as the server itself speaks with them.
    ///
    /// - Throws: `Fault(.configuration)` when a detour cannot be read.
    package func providerLink() throws -> ProviderLink {
        var settings = HTTPClient.Settings()
        settings.detours = try detours()
        return ProviderLink(settings, for: identity.localDomain ?? "localhost")
    }

    /// Where connections really go.
    ///
    /// - Throws: `Fault(.configuration)` for an entry that cannot be read.
    func detours() throws -> [Detour] {
        try run.connectTo.map { text in
            guard let detour = Detour(text) else {
                throw Fault(
                    .configuration, "\(origin(of: "run.connect_to")) holds no host:port:target:port",
                    help: "write entries such as example.org:443:127.0.0.1:8443")
            }
            return detour
        }
    }
}
