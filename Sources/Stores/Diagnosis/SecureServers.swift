import Faults
import HTTP
import Model

/// The TLS servers of an instance, greeted and left: nothing is asked of them.
package struct SecureServers: Sendable {
    package enum Doubt: Sendable, Equatable {
        /// One of the certificates is not valid now.
        case time
        /// The last one's authority is none that is trusted here.
        case authority
        case selfSigned
        /// The certificate is for other hosts.
        case name
        /// OpenSSL's number of it.
        case other(Int)
    }

    /// What a server showed.
    package struct Greeting: Sendable, Equatable {
        /// When its own certificate ends to be valid; nil when it showed none that can be read.
        package var end: UTCTime?
        /// The authority that the last certificate is from.
        package var issuer: String
        /// Hosts that its own certificate is for.
        package var names: [String]
        /// Certificates sent.
        package var count: Int
        /// Nil where it is trusted.
        package var doubt: Doubt?
    }

    private var settings: HTTPClient.Settings

    package init(_ settings: HTTPClient.Settings) {
        self.settings = settings
        self.settings.connectTimeout = .seconds(2)
    }

    /// Greets a server.
    ///
    /// - Parameter address: of those its name has; nil for any.
    /// - Returns: nil where connections to it are led to a server without TLS.
    /// - Throws: `HTTPError` when there was no handshake.
    package func greet(_ host: String, _ port: Int, at address: String? = nil) async throws -> Greeting? {
        let client = HandshakeClient(settings)
        guard !client.isPlain(host, port) else { return nil }
        return Greeting(try await client.greet(host, port, at: address))
    }

    /// Whether nothing listens there, or the name leads nowhere.
    package static func isAbsent(_ error: any Error) -> Bool {
        [.connectFailed, .resolveFailed].contains((error as? HTTPError)?.kind)
    }

    /// Whether something listens that speaks no TLS, or none that we speak.
    package static func isNoTLS(_ error: any Error) -> Bool { (error as? HTTPError)?.kind == .tlsFailed }
}

extension SecureServers.Greeting {
    fileprivate init(_ handshake: Handshake) {
        let own = handshake.certificates.first
        end = own.flatMap { UTCTime(certificate: $0.end) }
        issuer = handshake.certificates.last?.issuer ?? ""
        names = own?.names ?? []
        count = handshake.certificates.count
        doubt = handshake.doubt.map { doubt in
            switch doubt {
            case .time: .time
            case .authority: .authority
            case .selfSigned: .selfSigned
            case .name: .name
            case .other(let number): .other(number)
            }
        }
    }
}

extension UTCTime {
    /// Reads `Nov  3 04:00:00 2026 GMT`, as OpenSSL prints the moments of certificates.
    package init?(certificate text: String) {
        let words = text.split(separator: " ")
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard words.count == 5, words[4] == "GMT", let month = months.firstIndex(of: String(words[0])) else {
            return nil
        }
        func two(_ number: some StringProtocol) -> String { number.count < 2 ? "0\(number)" : "\(number)" }
        self.init(parsing: "\(words[3])-\(two("\(month + 1)"))-\(two(words[1]))T\(words[2])Z")
    }
}
