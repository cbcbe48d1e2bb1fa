import CCurl

/// A request that got no answer. An answer of status 500 is not an error here.
package struct HTTPError: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Kind: String, Sendable {
        case badRequest, resolveFailed, connectFailed, tlsFailed, timedOut, sendFailed, receiveFailed, connectionLost
        case tooLarge, malformed, closed, failed
    }

    package var kind: Kind
    /// `host:port`, never the path, query or credentials of the URL.
    package var endpoint: String
    /// libcurl's word for its code, lower case, or ours.
    package var reason: String

    package init(_ kind: Kind, endpoint: String, reason: String) {
        self.kind = kind
        self.endpoint = endpoint
        self.reason = reason
    }

    package var description: String { "no answer from \(endpoint): \(reason)" }

    /// True when the same request may well succeed a moment later.
    package var isTransient: Bool {
        switch kind {
        case .resolveFailed, .connectFailed, .timedOut, .sendFailed, .receiveFailed, .connectionLost: true
        case .badRequest, .tlsFailed, .tooLarge, .malformed, .closed, .failed: false
        }
    }

    init(code: CURLcode, endpoint: String) {
        let kind: Kind =
            switch code {
            case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .badRequest
            case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .resolveFailed
            case CURLE_COULDNT_CONNECT: .connectFailed
            case CURLE_OPERATION_TIMEDOUT: .timedOut
            case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
                CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_USE_SSL_FAILED:
                .tlsFailed
            case CURLE_SEND_ERROR: .sendFailed
            case CURLE_RECV_ERROR: .receiveFailed
            case CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE: .connectionLost
            case CURLE_FILESIZE_EXCEEDED: .tooLarge
            case CURLE_WEIRD_SERVER_REPLY, CURLE_HTTP2, CURLE_BAD_CONTENT_ENCODING: .malformed
            default: .failed
            }
        self.init(kind, endpoint: endpoint, reason: String(cString: curl_easy_strerror(code)).lowercased())
    }
}
