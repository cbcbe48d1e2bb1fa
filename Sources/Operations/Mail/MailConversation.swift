import Model
import Stores

/// A conversation with the mail server of an instance.
package struct MailConversation: Sendable {
    /// What it came to.
    package struct Told: Sendable, Equatable {
        /// `mail.example.org:587`.
        package var server: String
        /// `tls`, `starttls` or `none`.
        package var encryption: String
        package var isLoggedIn: Bool
        package var sender: String
        /// Nil where nothing was sent.
        package var recipient: String?
        /// The server's last line.
        package var reply: String
    }

    private let relay: MailRelay

    package init(with relay: MailRelay) {
        self.relay = relay
    }

    /// Speaks without sending anything.
    ///
    /// - Throws: `MailError`.
    package func greet() async throws -> Told { told(try await relay.greet(), to: nil) }

    /// Sends one mail, by which somebody sees that mails arrive.
    ///
    /// - Parameter domain: the instance's.
    /// - Throws: `MailError`.
    package func sendTest(to recipient: String, of domain: String) async throws -> Told {
        let letter = TestLetter(from: relay.sender, to: recipient, domain: domain, at: .now)
        return told(try await relay.send(letter.text, to: recipient), to: recipient)
    }

    private func told(_ answer: MailRelay.Answer, to recipient: String?) -> Told {
        Told(
            server: relay.address, encryption: answer.encryption, isLoggedIn: answer.isLoggedIn, sender: relay.sender,
            recipient: recipient, reply: answer.reply)
    }
}
