import Faults
import Stores

extension Fault {
    /// What an answer of the search cluster means to the person at the terminal; decided by its status, then its type.
    init(_ error: SearchError, at address: String) {
        let kind: Kind
        let message: String
        var help: String?
        switch error.status {
        case 401:
            (kind, message) = (.denied, "the search cluster at \(address) refused the user or its password")
            help = "check ES_USER and ES_PASS with `mastoctl config show`"
        case 403 where error.isReadOnlyBlock:
            (kind, message) = (.busy, "an index at \(address) is read-only")
            help = "the cluster does this when a disk is nearly full: make room, then run the command again"
        case 403:
            (kind, message) = (.denied, "the search cluster's user may not do this")
            help = "give the user the rights Mastodon's own needs"
        case 404:
            (kind, message) = (.noSuch, "the search cluster at \(address) has no such index")
            help = "make it with `mastoctl search deploy`; somebody may have deleted it meanwhile"
        case 429, 502, 503, 504:
            (kind, message) = (.unreachable, "the search cluster at \(address) has no room or is not ready")
            help = "see `mastoctl search status`, and run the command again, with --resume where it was deploying"
        default:
            (kind, message) = (.badData, "the search cluster at \(address) refused a request")
            help = "see `mastoctl search status`"
        }
        self.init(kind, message, notes: ["\(error.status): \(error)"], help: help, cause: error)
    }
}
