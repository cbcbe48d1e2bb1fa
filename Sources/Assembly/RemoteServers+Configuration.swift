import Configuration
import Faults
import HTTP
import Stores

extension RemoteServers {
    /// Other servers as this instance's admin may ask them.
    ///
    /// - Parameters:
    ///   - concurrency: requests at once.
    ///   - timeout: for one request.
    /// - Throws: `Fault(.configuration)` when a detour cannot be read.
    package init(_ configuration: Configuration, concurrency: Int, timeout: Duration = .seconds(10)) throws {
        var settings = HTTPClient.Settings()
        settings.concurrency = concurrency
        settings.detours = try configuration.run.connectTo.map { text in
            guard let detour = Detour(text) else {
                throw Fault(
                    .configuration, "\(configuration.origin(of: "run.connect_to")) holds no host:port:target:port",
                    help: "write entries such as example.org:443:127.0.0.1:8443")
            }
            return detour
        }
        self.init(settings, for: configuration.identity.localDomain ?? "localhost", timeout: timeout)
    }
}
