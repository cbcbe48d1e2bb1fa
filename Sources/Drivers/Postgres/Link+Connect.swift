import CPostgres
import Glibc

extension Link {
    /// Connects to the first host that answers. Blocks this thread; a cancelled task stops it within 50 ms, except
    /// while a name is looked up.
    static func connect(_ settings: ConnectionSettings) throws -> Link {
        var last = PostgresError(.invalidSettings, "there is no host to connect to")
        for keywords in try settings.attempts() {
            do {
                return try connect(keywords, timeout: settings.connectTimeout)
            } catch let error as PostgresError {
                last = error
            }
        }
        throw last
    }

    private static func connect(_ keywords: [String: String], timeout: Duration) throws -> Link {
        let words = keywords.sorted { $0.key < $1.key }
        var names: [UnsafePointer<CChar>?] = words.map { UnsafePointer(strdup($0.key)) } + [nil]
        var values: [UnsafePointer<CChar>?] = words.map { UnsafePointer(strdup($0.value)) } + [nil]
        defer { for pointer in names + values { free(UnsafeMutableRawPointer(mutating: pointer)) } }
        guard let pointer = PQconnectStartParams(&names, &values, 0) else {
            throw PostgresError(.outOfResources, "no memory for a connection")
        }
        // Frees the connection whatever happens.
        let link = Link(pointer)
        let password = keywords["password"]
        guard PQstatus(pointer) != CONNECTION_BAD else { throw link.connectFailure(at: CONNECTION_BAD, password) }
        // Verbose messages carry the SQLSTATE, which libpq 15 gives in no other way before the session stands.
        PQsetErrorVerbosity(pointer, PQERRORS_VERBOSE)
        let deadline = ContinuousClock.now + timeout
        var stage = PQstatus(pointer)
        var progress = PGRES_POLLING_WRITING
        while progress != PGRES_POLLING_OK {
            guard progress != PGRES_POLLING_FAILED else { throw link.connectFailure(at: stage, password) }
            var descriptor = pollfd(
                fd: PQsocket(pointer), events: Int16(progress == PGRES_POLLING_READING ? POLLIN : POLLOUT), revents: 0)
            if poll(&descriptor, 1, 50) > 0 {
                progress = PQconnectPoll(pointer)
                if PQstatus(pointer) != CONNECTION_BAD { stage = PQstatus(pointer) }
            } else {
                try Task.checkCancellation()
                guard ContinuousClock.now < deadline else {
                    throw PostgresError(
                        .connectionFailed, "no answer from \(link.address) within \(timeout)", severity: "FATAL")
                }
            }
        }
        PQsetErrorVerbosity(pointer, PQERRORS_DEFAULT)
        link.arm()
        return link
    }

    private var address: String {
        "\(PQhost(pointer).map { String(cString: $0) } ?? "?"):\(PQport(pointer).map { String(cString: $0) } ?? "?")"
    }

    /// Why connecting failed. What the server said has a SQLSTATE; a failure without one is told by its stage.
    private func connectFailure(at stage: ConnStatusType, _ password: String?) -> PostgresError {
        var message = String(cString: PQerrorMessage(pointer))
        if let password, !password.isEmpty { message = message.replacing(password, with: "…") }
        if let said = ServerMessage(verbose: message) {
            let kind = PostgresError.Kind(sqlstate: said.sqlstate)
            return PostgresError(
                kind == .connectionLost ? .connectionFailed : kind, said.text, sqlstate: said.sqlstate,
                severity: "FATAL")
        }
        let detail = message.split(separator: "\n").joined(separator: "; ")
        if PQconnectionNeedsPassword(pointer) == 1 {
            return PostgresError(
                .authenticationFailed, "\(address) asks for a password and none was given", severity: "FATAL",
                detail: detail)
        }
        switch stage {
        case CONNECTION_SSL_STARTUP:
            return PostgresError(.tlsFailed, "no TLS with \(address)", severity: "FATAL", detail: detail)
        case CONNECTION_AUTH_OK, CONNECTION_CHECK_WRITABLE, CONNECTION_CHECK_TARGET, CONNECTION_CHECK_STANDBY,
            CONNECTION_CONSUME, CONNECTION_SETENV, CONNECTION_AWAITING_RESPONSE:
            return PostgresError(.connectionFailed, "\(address) ended the session", severity: "FATAL", detail: detail)
        default:
            return PostgresError(.connectionFailed, "cannot connect to \(address)", severity: "FATAL", detail: detail)
        }
    }
}

/// What the server answers before a session stands, in libpq's verbose form: `FATAL:  28P01: text`, then a line `LOCATION`.
struct ServerMessage: Equatable {
    var sqlstate: String
    var text: String

    init?(verbose message: String) {
        let bytes = Array(message.utf8)
        let separator = Array(":  ".utf8)
        for start in bytes.indices where bytes[start...].starts(with: separator) {
            let code = bytes[(start + 3)...].prefix(5)
            let rest = bytes[(start + 3)...].dropFirst(5)
            guard code.count == 5, rest.starts(with: Array(": ".utf8)), code.allSatisfy(Self.isCode) else { continue }
            sqlstate = String(decoding: code, as: UTF8.self)
            text = String(decoding: rest.dropFirst(2).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
            return
        }
        return nil
    }

    private static func isCode(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
}
