import ArgumentParser
import Assembly
import Configuration
import Faults
import Presentation
import Stores

extension MailCommand {
    /// `mastoctl mail check`: speak with the mail server, and send nothing.
    struct Check: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Speak with the server's mail server, and send nothing.",
            discussion: """
                Greets it, encrypts as the server would (SMTP_TLS, SMTP_ENABLE_STARTTLS, SMTP_CA_FILE), logs in with \
                SMTP_LOGIN and leaves. Settings come from the server's env file and from the environment, which wins.

                Examples:
                  mastoctl mail check
                  mastoctl mail check --bulk --format json
                """)

        @Flag(help: "The one for mails to many: BULK_SMTP_ (since 4.4).")
        var bulk = false

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func run(in session: Session) async throws -> ExitStatus {
            let relay = try session.mailRelay(global.overrides, isBulk: bulk)
            let answer = try await relay.greet()
            return try tell(MailShown("mail.check/1", relay, answer), in: session)
        }
    }
}

extension Session {
    /// The mail server of the configured instance.
    ///
    /// - Throws: `Fault(.configuration)` where there is none.
    func mailRelay(_ overrides: [Override], isBulk: Bool) throws -> MailRelay {
        let configuration = try configure(overrides)
        guard let relay = try configuration.mailRelay(environment, isBulk: isBulk) else {
            throw Fault(
                .configuration, "the server speaks with no mail server",
                notes: ["\(isBulk ? "BULK_" : "")SMTP_SERVER is not set, or SMTP_DELIVERY_METHOD is another"],
                help: "name the server's env file with --env-file")
        }
        return relay
    }
}

extension MailShown {
    init(_ schema: String, _ relay: MailRelay, _ answer: MailRelay.Answer, to recipient: String? = nil) {
        self.init(
            schema: schema, server: relay.address, encryption: answer.encryption, isLoggedIn: answer.isLoggedIn,
            sender: relay.sender, recipient: recipient, reply: answer.reply)
    }
}
