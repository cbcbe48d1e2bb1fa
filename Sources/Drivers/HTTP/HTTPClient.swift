/// HTTP/1.1 by libcurl's multi interface, on a thread of its own.
///
/// Connections are kept and used again. TLS is always verified. Redirects are answers like any other. A proxy is taken
/// from the environment as libcurl does (`https_proxy`, `NO_PROXY`, ...).
package final class HTTPClient: Sendable {
    package struct Settings: Sendable {
        /// For name resolution, TCP and TLS together.
        package var connectTimeout = Duration.seconds(5)
        /// The longest silence: a transfer without a byte for so long is given up. Whole seconds.
        package var stallTimeout = Duration.seconds(60)
        /// For the whole transfer; nil for no bound but the stall.
        package var totalTimeout: Duration?
        /// Transfers at once; the others wait, and no time-out runs for them.
        package var concurrency = 8
        /// A file of PEM certificates to trust in the place of the system's.
        package var caFile: String?
        package var userAgent = "mastoctl"
        /// Where connections really go; the first that fits a host.
        package var detours: [Detour] = []
        /// A socket of this machine that every request goes to.
        package var socket: String?
        /// Refuses loopback, private and link-local addresses, for names that strangers gave. A detour is no stranger's.
        package var isPublicOnly = false
        /// Bytes of a body that is not given to a receiver.
        package var maximumResponseSize = 64 << 20

        package init() {}
    }

    /// Takes a part of a body on the client's thread; throwing ends the transfer with that error.
    package typealias Receiver = @Sendable (UnsafeRawBufferPointer) throws -> Void

    package let settings: Settings
    private let engine: TransferEngine

    package init(_ settings: Settings = Settings()) {
        self.settings = settings
        engine = TransferEngine(settings: settings)
    }

    deinit { engine.stop() }

    /// Sends the request and waits for the whole answer.
    ///
    /// - Parameter receiver: gets the body of a 2xx answer in parts as they come; any other body is collected.
    /// - Throws: `HTTPError`, `CancellationError`, or what the receiver throws.
    package func send(_ request: HTTPRequest, to receiver: Receiver? = nil) async throws -> HTTPResponse {
        let transfer = Transfer(request.detoured(by: settings.detours), settings: settings, receiver: receiver)
        return try await withTaskCancellationHandler {
            try Task.checkCancellation()
            return try await withCheckedThrowingContinuation { waiting in
                transfer.waiting = waiting
                engine.add(transfer)
            }
        } onCancel: {
            engine.cancel(transfer)
        }
    }

    /// Ends the transfers under way with an error and closes every connection.
    package func close() { engine.stop() }
}
