import Mail
import Model

/// The mail server that an instance hands its mails to.
package struct MailRelay: Sendable {
    private let server: MailServer
    /// Whom mails are from.
    package let sender: String

    package init(_ server: MailServer, sender: String) {
        self.server = server
        self.sender = sender
    }

    /// Whether it is the machine's own, and so another one seen from elsewhere.
    package var isLocal: Bool { server.host == "localhost" || server.host.hasPrefix("127.") || server.host == "::1" }

    /// `mail.example.org:587`.
    package var address: String { server.address }

    /// What a conversation came to.
    package struct Answer: Sendable, Equatable {
        /// `tls`, `starttls` or `none`.
        package var encryption: String
        package var isLoggedIn: Bool
        /// The server's last line.
        package var reply: String
    }

    /// Speaks with it without sending anything.
    ///
    /// - Throws: `MailError`.
    package func greet() async throws -> Answer { answer(try await MailClient().greet(server)) }

    /// Sends a mail.
    ///
    /// - Throws: `MailError`.
    package func send(_ text: String, to recipient: String) async throws -> Answer {
        answer(try await MailClient().send(text, from: sender, to: recipient, by: server))
    }

    private func answer(_ reply: MailReply) -> Answer {
        let encryption = server.security == .tls ? "tls" : reply.isEncrypted ? "starttls" : "none"
        return Answer(encryption: encryption, isLoggedIn: reply.isKnown, reply: reply.last)
    }
}
