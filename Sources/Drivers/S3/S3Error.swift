import HTTP

/// What an S3 server answered instead of what was asked.
package struct S3Error: Error, Sendable, Equatable, CustomStringConvertible {
    /// HTTP status; 200 for an error inside a successful answer.
    package var status: Int
    /// The server's word (`NoSuchBucket`, `SlowDown`, `RequestTimeTooSkewed`), or ours when it gave none:
    /// `MalformedAnswer`, `EndlessListing`, `HTTP404`.
    package var code: String
    /// The server's text. It comes from outside: make it harmless before printing.
    package var message: String
    package var requestID: String?
    /// How often it was tried.
    package var attempts = 1
    var retryAfter: Duration?
    /// `host/bucket`, where it was said.
    package var place: String?

    package init(status: Int, code: String, message: String = "", requestID: String? = nil) {
        self.status = status
        self.code = code
        self.message = message
        self.requestID = requestID
    }

    package var description: String {
        attempts > 1 ? "\(code) (HTTP \(status)) after \(attempts) attempts" : "\(code) (HTTP \(status))"
    }

    /// The code of an answer that is not what S3 answers: cut XML, an error page of a proxy.
    package static let malformed = "MalformedAnswer"

    /// True when the same request may well succeed later.
    package var isTransient: Bool {
        switch code {
        case "SlowDown", "Throttling", "ThrottlingException", "RequestLimitExceeded", "BandwidthLimitExceeded",
            "TooManyRequests", "InternalError", "ServiceUnavailable", "RequestTimeout", "OperationAborted",
            "RequestTimeoutException", Self.malformed:
            true
        default: [429, 500, 502, 503, 504].contains(status)
        }
    }

    /// True when the server asks for fewer requests.
    var isThrottling: Bool { status == 503 || status == 429 || code == "SlowDown" }

    /// From an answer that is not 2xx. A HEAD has no body; its status speaks.
    init(_ response: HTTPResponse) {
        self = (try? S3Answer.error(response)) ?? S3Error(status: response.status, code: "HTTP\(response.status)")
        requestID = requestID ?? response.headers["x-amz-request-id"]
        if let text = response.headers["Retry-After"], let seconds = Int(text), seconds >= 0 {
            retryAfter = .seconds(min(seconds, 3600))
        }
    }
}
