import Console
import Operations

/// What a mail server said.
package struct MailShown: Presentable {
    package var schema: String
    package var server: String
    /// `tls`, `starttls` or `none`.
    package var encryption: String
    package var isLoggedIn: Bool
    package var sender: String
    /// Nil where nothing was sent.
    package var recipient: String?
    package var reply: String

    package init(_ schema: String, _ told: MailConversation.Told) {
        self.schema = schema
        server = told.server
        encryption = told.encryption
        isLoggedIn = told.isLoggedIn
        sender = told.sender
        recipient = told.recipient
        reply = told.reply
    }

    private enum CodingKeys: String, CodingKey {
        case schema, server, encryption, sender, recipient, reply
        case isLoggedIn = "logged_in"
    }

    package var table: Table {
        var table = Table([
            .init("server"), .init("encryption"), .init("login"), .init("sender"), .init("recipient"),
            .init("reply", canShrink: true),
        ])
        table.add([server, encryption, isLoggedIn ? "yes" : "no", sender, recipient ?? "", reply])
        return table
    }

    package func text(for terminal: Terminal) -> String {
        let way = encryption == "none" ? "without encryption" : "with \(encryption == "tls" ? "TLS" : "STARTTLS")"
        let login = isLoggedIn ? "logged in" : "without a login"
        let what = recipient.map { "sent a mail from \(sender) to \($0) by" } ?? "spoke with"
        return Sanitized.text("\(what) \(server), \(way), \(login); it says: \(reply)") + "\n"
    }

    package var ids: [String] { [server] }
    package var isOnlySuccess: Bool { true }
}
