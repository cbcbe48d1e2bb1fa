import Faults
import Redis

extension Fault {
    /// What an error of the Redis driver means to the person at the terminal; decided by its kind, never its words.
    init(_ error: RedisError, at address: String) {
        let kind: Kind
        let message: String
        var help: String?
        switch error.kind {
        case .connectionFailed:
            (kind, message) = (.unreachable, "cannot reach Redis at \(address)")
            help = "check the service and the host, or run `mastoctl doctor`"
        case .tlsFailed:
            (kind, message) = (.unreachable, "no trusted TLS connection to Redis at \(address)")
            help = "check rediss:// and the certificate authority (redis.ca_file)"
        case .authenticationFailed:
            (kind, message) = (.denied, "Redis at \(address) refused the user or its password")
            help = "check REDIS_USER, REDIS_PASSWORD or REDIS_URL with `mastoctl config show`"
        case .permissionDenied:
            (kind, message) = (.denied, "the Redis user may not do this")
            help = "grant the user what is missing, or use Mastodon's own"
        case .readOnly:
            (kind, message) = (.denied, "Redis at \(address) is a read-only replica")
            help = "name the master, or the sentinels that know it"
        case .loading, .busy:
            (kind, message) = (.busy, "Redis at \(address) is not ready")
            help = "run the command again in a moment"
        case .outOfMemory:
            (kind, message) = (.inputOutput, "Redis at \(address) is out of memory")
            help = "raise maxmemory, or make room"
        case .timedOut, .connectionLost:
            (kind, message) = (.unreachable, "the connection to Redis at \(address) broke")
            help = "check the service and run the command again"
        case .invalidSettings:
            (kind, message) = (.configuration, "the Redis settings cannot be understood")
            help = "run `mastoctl config check`"
        case .moved:
            (kind, message) = (.configuration, "Redis at \(address) is a cluster, which Mastodon does not use")
            help = "check REDIS_HOST or REDIS_URL with `mastoctl config show`"
        case .wrongType, .noScript, .protocolViolation, .other:
            (kind, message) = (.ourBug, "a Redis command failed")
        }
        // What Redis answers may quote arguments; what could not be connected to only names things.
        let speaks: Set<RedisError.Kind> = [
            .connectionFailed, .tlsFailed, .timedOut, .connectionLost, .invalidSettings,
        ]
        let words = speaks.contains(error.kind) ? error.message : error.code.map { "Redis answered \($0)" }
        self.init(kind, message, notes: words.map { [$0] } ?? [], help: help, cause: error)
    }
}
