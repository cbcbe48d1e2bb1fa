import CCurl
import Threads

/// A mail server, and how one speaks with it.
package struct MailServer: Sendable {
    package enum Security: String, Sendable {
        case none
        /// Where the server offers it.
        case offered
        /// Or nothing is said.
        case startTLS = "starttls"
        /// From the first byte on.
        case tls
    }

    package var host: String
    package var port: Int
    package var security: Security
    /// Whether the certificate must be one that is trusted, for this host.
    package var isVerified = true
    /// Certificates to trust in the place of the system's.
    package var caFile: String?
    package var user: String?
    package var password: String?
    /// `PLAIN`, `LOGIN`, `CRAM-MD5`; nil for what the server likes best.
    package var method: String?
    /// What we say we are.
    package var name: String
    /// Where connections really go, as libcurl takes them.
    package var detours: [String] = []

    package init(host: String, port: Int, security: Security, name: String) {
        self.host = host
        self.port = port
        self.security = security
        self.name = name
    }

    package var address: String { "\(host):\(port)" }
}

/// What became of a conversation.
package struct MailReply: Sendable, Equatable {
    package var isEncrypted: Bool
    package var isKnown: Bool
    /// The server's last line: `250 2.0.0 Ok: queued as 1234`.
    package var last: String
}

/// Why a mail server did not do what it was asked to.
package struct MailError: Error, Sendable, Equatable {
    package enum Kind: Sendable, Equatable { case unreachable, tls, login, refused }

    package var kind: Kind
    package var address: String
    /// libcurl's word for it, lower case.
    package var reason: String
    /// The server's last line; empty when it said nothing.
    package var last: String

    package var description: String { last.isEmpty ? reason : "\(reason): \(last)" }
}

/// Speaks SMTP by libcurl, on a thread of its own: its calls block.
package actor MailClient {
    private let executor = ThreadExecutor()
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    package init() {}

    /// Greets the server, encrypts where that is wanted, logs in, and leaves.
    ///
    /// - Throws: `MailError`.
    package func greet(_ server: MailServer) throws(MailError) -> MailReply { try speak(server, mail: nil) }

    /// - Parameter text: with headers, lines ended by CR and LF.
    /// - Throws: `MailError`.
    package func send(
        _ text: String, from sender: String, to recipient: String, by server: MailServer
    ) throws(MailError) -> MailReply {
        try speak(server, mail: (text, sender, recipient))
    }

    private func speak(
        _ server: MailServer, mail: (text: String, sender: String, recipient: String)?
    ) throws(MailError) -> MailReply {
        guard let handle = curl_easy_init() else {
            throw MailError(kind: .unreachable, address: server.address, reason: "libcurl cannot begin", last: "")
        }
        defer { curl_easy_cleanup(handle) }
        let talk = Talk(Array((mail?.text ?? "").utf8))
        var lists: [UnsafeMutablePointer<curl_slist>?] = []
        defer { lists.forEach { curl_slist_free_all($0) } }
        prepare(handle, server)
        for detour in server.detours { lists.append(curl_slist_append(lists.popLast() ?? nil, detour)) }
        if let detours = lists.last ?? nil { ccurl_set_list(handle, CURLOPT_CONNECT_TO, detours) }
        let context = Unmanaged.passUnretained(talk).toOpaque()
        ccurl_set_pointer(handle, CURLOPT_HEADERDATA, context)
        ccurl_set_sink(handle, CURLOPT_HEADERFUNCTION, Talk.hearing)
        ccurl_set_pointer(handle, CURLOPT_WRITEDATA, context)
        ccurl_set_sink(handle, CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count }
        if let mail {
            ccurl_set_text(handle, CURLOPT_MAIL_FROM, "<\(mail.sender)>")
            lists.append(curl_slist_append(nil, "<\(mail.recipient)>"))
            if let recipients = lists.last ?? nil { ccurl_set_list(handle, CURLOPT_MAIL_RCPT, recipients) }
            ccurl_set_long(handle, CURLOPT_UPLOAD, 1)
            ccurl_set_size(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(talk.text.count))
            ccurl_set_pointer(handle, CURLOPT_READDATA, context)
            ccurl_set_sink(handle, CURLOPT_READFUNCTION, Talk.telling)
        } else {
            ccurl_set_text(handle, CURLOPT_CUSTOMREQUEST, "NOOP")
        }
        let code = curl_easy_perform(handle)
        withExtendedLifetime(talk) {}
        if code == CURLE_OK { return talk.reply }
        throw MailError(
            kind: Self.kind(code), address: server.address,
            reason: String(cString: curl_easy_strerror(code)).lowercased(), last: talk.reply.last)
    }

    private func prepare(_ handle: UnsafeMutableRawPointer, _ server: MailServer) {
        let scheme = server.security == .tls ? "smtps" : "smtp"
        ccurl_set_text(handle, CURLOPT_URL, "\(scheme)://\(server.host):\(server.port)/\(server.name)")
        ccurl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        ccurl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, 8_000)
        ccurl_set_long(handle, CURLOPT_TIMEOUT_MS, 15_000)
        let wish =
            switch server.security {
            case .none: CURLUSESSL_NONE
            case .offered: CURLUSESSL_TRY
            case .startTLS, .tls: CURLUSESSL_ALL
            }
        ccurl_set_long(handle, CURLOPT_USE_SSL, Int(wish.rawValue))
        ccurl_set_long(handle, CURLOPT_SSL_VERIFYPEER, server.isVerified ? 1 : 0)
        ccurl_set_long(handle, CURLOPT_SSL_VERIFYHOST, server.isVerified ? 2 : 0)
        if let file = server.caFile { ccurl_set_text(handle, CURLOPT_CAINFO, file) }
        guard let user = server.user else { return }
        ccurl_set_text(handle, CURLOPT_USERNAME, user)
        ccurl_set_text(handle, CURLOPT_PASSWORD, server.password ?? "")
        if let method = server.method { ccurl_set_text(handle, CURLOPT_LOGIN_OPTIONS, "AUTH=\(method)") }
    }

    private static func kind(_ code: CURLcode) -> MailError.Kind {
        switch code {
        case CURLE_LOGIN_DENIED: .login
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_USE_SSL_FAILED:
            .tls
        case CURLE_SEND_ERROR, CURLE_WEIRD_SERVER_REPLY, CURLE_REMOTE_ACCESS_DENIED, CURLE_QUOTE_ERROR: .refused
        default: .unreachable
        }
    }
}

/// What is said in one conversation. Touched by the client's thread alone.
private final class Talk {
    let text: [UInt8]
    private var told = 0
    private var greetings = 0
    private(set) var reply = MailReply(isEncrypted: false, isKnown: false, last: "")

    init(_ text: [UInt8]) {
        self.text = text
    }

    /// libcurl gives every line of the server's as if it were a header.
    static let hearing: ccurl_sink = { bytes, size, count, context in
        guard let bytes, let context else { return 0 }
        let line = String(decoding: UnsafeRawBufferPointer(start: bytes, count: size * count), as: UTF8.self)
        Unmanaged<Talk>.fromOpaque(context).takeUnretainedValue().hear(line)
        return size * count
    }

    static let telling: ccurl_sink = { bytes, size, count, context in
        guard let bytes, let context else { return 0 }
        return Unmanaged<Talk>.fromOpaque(context).takeUnretainedValue().tell(bytes, size * count)
    }

    private func hear(_ line: String) {
        let line = line.filter { $0 != "\r" && $0 != "\n" && $0 != "\r\n" }
        // The first greets; the second asks to begin with TLS.
        if line.hasPrefix("220 ") { greetings += 1 }
        reply.isEncrypted = greetings > 1
        if line.hasPrefix("235 ") { reply.isKnown = true }
        // The goodbye says nothing of what went before.
        if !line.hasPrefix("221") { reply.last = String(line.prefix(300)) }
    }

    private func tell(_ bytes: UnsafeMutablePointer<CChar>, _ room: Int) -> Int {
        let count = min(room, text.count - told)
        for index in 0..<count { bytes[index] = CChar(bitPattern: text[told + index]) }
        told += count
        return count
    }
}
