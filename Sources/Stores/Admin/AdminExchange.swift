import Faults
import HTTP
import Model

/// Requests to one server: its limits are waited for, what may pass is tried again, redirects are refused.
package final class AdminExchange: Sendable {
    package struct Settings: Sendable {
        package var address: ServerAddress
        /// Where people reach the server when this is another way to it: plain HTTP on this machine, past the proxy in
        /// front of it. The server is told so, or it would refuse the host and redirect to https.
        package var publicAddress: String?
        package var caFile: String?
        /// Where connections really go.
        package var detours: [Detour] = []
        /// The socket of the server's web process, asked in the place of the address.
        package var socket: String?
        package var connectTimeout = Duration.seconds(10)
        /// A domain is unblocked within the request, which takes as long as it takes.
        package var totalTimeout = Duration.seconds(180)
        /// How often a request is tried in all; waiting for a limit does not count.
        package var attempts = 4

        package init(address: ServerAddress) {
            self.address = address
        }
    }

    /// What is told while a request goes on.
    package enum Event: Sendable, Equatable {
        /// The server's limit is used up.
        case limited(seconds: Double)
        case retrying(reason: String, attempt: Int, seconds: Double)

        package var text: String {
            switch self {
            case .limited(let seconds):
                "the server's limit of requests is used up; going on in \(Int(seconds.rounded(.up))) s"
            case .retrying(let reason, let attempt, let seconds):
                "\(reason), attempt \(attempt) in \(Int(seconds.rounded(.up))) s"
            }
        }
    }

    /// How to wait some seconds. A run that can be asked to end gives a way that ends then.
    @TaskLocal package static var rest = Rest { try await Task.sleep(for: .seconds($0)) }

    /// A way to wait. A value around the function, since a task-local that is itself a function makes what Swift 6.3
    /// builds optimised crash when it is set.
    package struct Rest: Sendable {
        let wait: @Sendable (Double) async throws -> Void

        package init(_ wait: @escaping @Sendable (Double) async throws -> Void) {
            self.wait = wait
        }
    }

    package let settings: Settings
    private let client: HTTPClient
    private let limits = RequestLimits()
    private let tell: @Sendable (Event) -> Void

    package init(_ settings: Settings, tell: @escaping @Sendable (Event) -> Void = { _ in }) {
        self.settings = settings
        self.tell = tell
        var ofClient = HTTPClient.Settings()
        ofClient.connectTimeout = settings.connectTimeout
        ofClient.stallTimeout = settings.totalTimeout
        ofClient.totalTimeout = settings.totalTimeout
        ofClient.caFile = settings.caFile
        ofClient.concurrency = 4
        ofClient.detours = settings.detours
        ofClient.socket = settings.socket
        client = HTTPClient(ofClient)
    }

    package func close() { client.close() }

    /// An answer, and how many tries it took.
    struct Answer: Sendable {
        var response: HTTPResponse
        var attempts: Int
    }

    /// Sends a request to a path of the server.
    ///
    /// - Parameters:
    ///   - isRepeatable: whether it may be sent again when it may have arrived. What was refused for its number (429)
    ///     was not looked at and is always sent again.
    ///   - isPaged: whether the limit of pages counts it too.
    /// - Throws: `AdminUnreached`, `Fault(.unreachable)` for a redirect, `CancellationError`.
    func send(
        _ method: AdminAPI.Method, _ target: String, headers: HTTPHeaders, body: String? = nil, isRepeatable: Bool,
        isPaged: Bool = false
    ) async throws -> Answer {
        var request = HTTPRequest(method.rawValue, settings.address.description + target, headers: headers)
        request.headers["Accept"] = "application/json"
        request.body = body.map { Array($0.utf8) }
        // On a connection used before, libcurl itself would send a request again whose answer did not come: a change
        // twice, and a deletion whose second try finds nothing would seem to have failed.
        request.needsNewConnection = method != .get
        if let parts = settings.publicAddress?.split(separator: "://"), parts.count == 2 {
            request.headers["Host"] = String(parts[1])
            request.headers["X-Forwarded-Proto"] = String(parts[0])
        }
        let family = RequestLimits.Family(target, isPaged: isPaged)
        var attempt = 1
        while true {
            if let seconds = limits.seconds(for: family) {
                tell(.limited(seconds: seconds))
                try await Self.rest.wait(seconds)
            }
            let response: HTTPResponse
            do {
                response = try await client.send(request)
            } catch let error as HTTPError {
                let isUnsent = error.kind == .resolveFailed || error.kind == .connectFailed
                guard error.isTransient, isRepeatable || isUnsent, attempt < settings.attempts else {
                    throw AdminUnreached(cause: error, mayHaveArrived: !isRepeatable && !isUnsent)
                }
                attempt += 1
                try await pause("no answer from \(error.endpoint)", before: attempt)
                continue
            }
            limits.learn(from: response, to: family)
            if response.status == 429 { continue }
            if (500...599).contains(response.status), isRepeatable, attempt < settings.attempts {
                attempt += 1
                try await pause(
                    "\(settings.address.authority) answered \(response.status)", before: attempt,
                    atLeast: RequestLimits.retryAfter(response))
                continue
            }
            if (300...399).contains(response.status) { throw redirect(response) }
            return Answer(response: response, attempts: attempt)
        }
    }

    /// Half a second, one, two, with jitter; what the server asks for, up to a minute.
    private func pause(_ reason: String, before attempt: Int, atLeast wanted: Double? = nil) async throws {
        let usual = 0.25 * Double(1 << min(attempt, 6)) * Double.random(in: 0.5...1)
        let seconds = max(usual, min(wanted ?? 0, 60))
        tell(.retrying(reason: reason, attempt: attempt, seconds: seconds))
        try await Self.rest.wait(seconds)
    }

    /// A token must not travel to where nobody said it should.
    private func redirect(_ response: HTTPResponse) -> Fault {
        let place = response.headers["Location"].flatMap { try? ServerAddress(Self.origin(of: $0)) }
        let known = settings.publicAddress.flatMap { try? ServerAddress($0) } ?? settings.address
        if let place, place.isSecure, place.host == known.host {
            return Fault(
                .configuration, "\(settings.address) wants https, and does not see that it is asked by it",
                notes: ["it sends on to \(place)", "the token is not sent there"],
                help: "have the proxy in front of it send X-Forwarded-Proto: https, or set lanes.api_url to \(place)",
                cause: BeforeTheAPI())
        }
        return Fault(
            .unreachable, "\(settings.address) sends on to another place",
            notes: [place.map { "to \($0)" }, "the token is not sent there"].compactMap(\.self),
            help: "set lanes.api_url to the address the server itself answers at")
    }

    /// A URL up to its path.
    static func origin(of url: String) -> String {
        guard let mark = url.firstRange(of: "://") else { return "" }
        return String(url[..<(url[mark.upperBound...].firstIndex { "/?#".contains($0) } ?? url.endIndex)])
    }
}

/// A request to the Admin API that got no answer, after what could be done about it.
package struct AdminUnreached: Wrapping {
    package let cause: any Error
    /// Whether the server may have done what was asked.
    package let mayHaveArrived: Bool

    package var note: String {
        mayHaveArrived
            ? "the request may have arrived all the same; it was not sent again" : "the Admin API was asked"
    }
}
