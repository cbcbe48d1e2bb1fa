import CCurl
import Threads

/// Greets TLS servers by libcurl and leaves: nothing is sent after the handshake. On a thread of its own, since its calls
/// block.
package actor HandshakeClient {
    private let executor = ThreadExecutor()
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let settings: HTTPClient.Settings

    package init(_ settings: HTTPClient.Settings) {
        precondition(TransferEngine.isReady, "libcurl cannot be initialised")
        self.settings = settings
    }

    /// Whether connections to a host go to a server without TLS.
    package nonisolated func isPlain(_ host: String, _ port: Int) -> Bool { detour(host, port)?.isPlain == true }

    private nonisolated func detour(_ host: String, _ port: Int) -> Detour? {
        settings.detours.first { $0.applies(to: host, port) }
    }

    /// - Parameter address: of that name, to be greeted in the place of all it has; a detour's port stays.
    /// - Throws: `HTTPError` when there was no handshake. A certificate that is not trusted is no error.
    package func greet(_ host: String, _ port: Int, at address: String? = nil) throws(HTTPError) -> Handshake {
        switch try greet(host, port, at: address, verifying: true) {
        case .trusted(let certificates): return Handshake(certificates: certificates)
        case .doubted(let doubt):
            // libcurl tells no certificate that it does not trust.
            guard case .trusted(let certificates) = try greet(host, port, at: address, verifying: false) else {
                return Handshake(certificates: [], doubt: doubt)
            }
            return Handshake(certificates: certificates, doubt: doubt)
        }
    }

    private enum Told {
        case trusted([Handshake.Certificate])
        case doubted(Handshake.Doubt)
    }

    private func greet(
        _ host: String, _ port: Int, at address: String?, verifying: Bool
    ) throws(HTTPError) -> Told {
        guard let handle = curl_easy_init() else {
            throw HTTPError(.failed, endpoint: "\(host):\(port)", reason: "libcurl cannot begin")
        }
        defer { curl_easy_cleanup(handle) }
        ccurl_set_text(handle, CURLOPT_URL, "https://\(host):\(port)/")
        ccurl_restrict_protocols(handle)
        ccurl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        ccurl_set_long(handle, CURLOPT_CONNECT_ONLY, 1)
        ccurl_set_long(handle, CURLOPT_CERTINFO, 1)
        ccurl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, settings.connectTimeout.milliseconds)
        ccurl_set_long(handle, CURLOPT_SSL_VERIFYPEER, verifying ? 1 : 0)
        ccurl_set_long(handle, CURLOPT_SSL_VERIFYHOST, verifying ? 2 : 0)
        if let file = settings.caFile {
            ccurl_set_text(handle, CURLOPT_CAINFO, file)
            ccurl_set_text(handle, CURLOPT_CAPATH, nil)
        }
        let way = curl_slist_append(nil, option(host, port, address))
        defer { curl_slist_free_all(way) }
        ccurl_set_list(handle, CURLOPT_CONNECT_TO, way)
        let code = curl_easy_perform(handle)
        if code == CURLE_PEER_FAILED_VERIFICATION, verifying {
            return .doubted(Handshake.Doubt(verification: ccurl_get_long(handle, CURLINFO_SSL_VERIFYRESULT)))
        }
        guard code == CURLE_OK else { throw HTTPError(code: code, endpoint: "\(host):\(port)") }
        return .trusted(Self.certificates(ccurl_get_certificates(handle)?.pointee))
    }

    private nonisolated func option(_ host: String, _ port: Int, _ address: String?) -> String {
        let detour = detour(host, port)
        guard let address else { return detour?.option ?? "::\(host):\(port)" }
        return "::\(address.contains(":") ? "[\(address)]" : address):\(detour?.targetPort ?? port)"
    }

    private static func certificates(_ info: curl_certinfo?) -> [Handshake.Certificate] {
        guard let info, let lists = info.certinfo else { return [] }
        return (0..<Int(info.num_of_certs)).map { index in
            var lines: [String] = []
            var next = lists[index]
            while let entry = next {
                if let line = entry.pointee.data { lines.append(String(cString: line)) }
                next = entry.pointee.next
            }
            return Handshake.Certificate(lines)
        }
    }
}
