import Synchronization

/// The server's Admin API with the configured token; its client is made when it is first asked.
package final class AdminServer: Sendable {
    /// Where it is asked.
    package let address: String
    private let make: @Sendable () throws -> AdminClient
    private let made = Mutex<AdminClient?>(nil)

    package init(address: String, _ make: @escaping @Sendable () throws -> AdminClient) {
        self.address = address
        self.make = make
    }

    /// - Throws: `Fault(.configuration)` for an address or a token that cannot be used.
    package func client() throws -> AdminClient {
        try made.withLock { made in
            if let made { return made }
            let client = try make()
            made = client
            return client
        }
    }

    func close() { made.withLock { $0 }?.close() }
}
