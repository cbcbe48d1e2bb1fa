import Faults
import HTTP
import S3

extension Fault {
    /// What an answer of the object storage means to the person at the terminal; decided by its code, never its text.
    init(_ error: S3Error, at place: String) {
        let kind: Kind
        let message: String
        var help: String?
        switch error.code {
        case "SignatureDoesNotMatch", "InvalidAccessKeyId", "InvalidToken", "ExpiredToken", "AccountProblem":
            (kind, message) = (.denied, "the object storage at \(place) refused the access key or its secret")
            help = "check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY with `mastoctl config show`"
        case "AccessDenied", "AllAccessDisabled":
            (kind, message) = (.denied, "the access key may not do this at \(place)")
            help = "grant the key listing, reading, writing and deleting in the bucket"
        case "NoSuchBucket", "InvalidBucketName":
            (kind, message) = (.configuration, "there is no such bucket at \(place)")
            help = "check S3_BUCKET, S3_ENDPOINT and S3_OVERRIDE_PATH_STYLE with `mastoctl config show`"
        case "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException":
            (kind, message) = (.configuration, "the bucket at \(place) is in another region")
            help = "check S3_REGION and S3_ENDPOINT with `mastoctl config show`"
        case "RequestTimeTooSkewed":
            (kind, message) = (.configuration, "this machine's clock differs too much from that of \(place)")
            help = "set the clock, or let NTP do it"
        case S3Error.malformed:
            (kind, message) = (.unreachable, "what answers at \(place) is no object storage, or its answer was cut")
            help = "check S3_ENDPOINT with `mastoctl config show`"
        case "RefusedName": (kind, message) = (.badData, "a key is not one Mastodon could have written")
        default:
            switch error.status {
            case 401, 403:
                (kind, message) = (.denied, "the object storage at \(place) denies the access key this")
                help = "check the key's secret and its rights, or run `mastoctl doctor`"
            case 404:
                (kind, message) = (.configuration, "there is no such bucket at \(place)")
                help = "check S3_BUCKET and S3_ENDPOINT with `mastoctl config show`"
            case _ where error.isTransient:
                (kind, message) = (.busy, "the object storage at \(place) is overloaded or out of order")
                help = "run the command again later, or with a lower --concurrency"
            default: (kind, message) = (.inputOutput, "the object storage at \(place) refused a request")
            }
        }
        let request = error.requestID.map { ["request \($0)"] } ?? []
        self.init(kind, message, notes: ["\(error)"] + request, help: help, cause: error)
    }

    /// What a request without an answer means to the person at the terminal.
    init(_ error: HTTPError) {
        let kind: Kind
        let message: String
        var help: String?
        switch error.kind {
        case .resolveFailed, .connectFailed, .timedOut, .sendFailed, .receiveFailed, .connectionLost:
            (kind, message) = (.unreachable, "cannot reach \(error.endpoint)")
            help = "check the service and its address, or run `mastoctl doctor`"
        case .tlsFailed:
            (kind, message) = (.unreachable, "no trusted TLS connection to \(error.endpoint)")
            help = "check the certificate and the certificate authority that is configured"
        case .badRequest:
            (kind, message) = (.configuration, "an address cannot be understood")
            help = "run `mastoctl config check`"
        case .tooLarge, .malformed:
            (kind, message) = (.unreachable, "\(error.endpoint) does not answer as it should")
            help = "check that the address is the service's"
        case .closed, .failed: (kind, message) = (.inputOutput, "a request to \(error.endpoint) failed")
        }
        self.init(kind, message, notes: [error.reason], help: help, cause: error)
    }
}
