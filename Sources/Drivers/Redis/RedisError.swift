/// What Redis, or the way to it, had to say.
///
/// The kind of an answer follows its first word, which is Redis's own error code (`WRONGTYPE`, `READONLY` …).
package struct RedisError: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Kind: String, Sendable, CaseIterable {
        /// No server answered: refused, no route, unknown host, no answer in time.
        case connectionFailed
        /// TLS was refused, or the server's certificate.
        case tlsFailed
        case authenticationFailed
        /// The user may not run this command or touch this key.
        case permissionDenied
        case wrongType
        /// A write to a replica.
        case readOnly
        /// The server reads its data from disk.
        case loading
        case noScript
        case outOfMemory
        /// A script or a fail-over keeps the server busy.
        case busy
        /// The key lives on another node of a cluster.
        case moved
        case timedOut
        case connectionLost
        case protocolViolation
        case invalidSettings
        case other
    }

    package var kind: Kind
    /// The first word of an answer, nil when no server spoke.
    package var code: String?
    /// Never holds the password.
    package var message: String

    package init(_ kind: Kind, _ message: String, code: String? = nil) {
        self.kind = kind
        self.message = message
        self.code = code
    }

    /// The error a server answered.
    init(answer: String) {
        let code = String(answer.prefix { $0 != " " })
        let kind: Kind =
            switch code {
            case "NOAUTH", "WRONGPASS": .authenticationFailed
            case "NOPERM": .permissionDenied
            case "WRONGTYPE": .wrongType
            case "READONLY": .readOnly
            case "LOADING": .loading
            case "NOSCRIPT": .noScript
            case "OOM": .outOfMemory
            case "BUSY", "TRYAGAIN", "MASTERDOWN", "CLUSTERDOWN": .busy
            case "MOVED", "ASK": .moved
            default: .other
            }
        self.init(kind, answer, code: code)
    }

    /// True when the same work may succeed on another try.
    package var isTransient: Bool {
        switch kind {
        case .connectionFailed, .connectionLost, .timedOut, .loading, .busy: true
        default: false
        }
    }

    package var description: String { message }
}
