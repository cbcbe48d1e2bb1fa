import ArgumentParser
import Assembly
import Configuration
import Faults
import Operations
import Presentation

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
            let told = try await session.mailConversation(global.overrides, isBulk: bulk).greet()
            return try tell(MailShown("mail.check/1", told), in: session)
        }
    }
}

extension Session {
    /// A conversation with the mail server of the configured instance.
    ///
    /// - Throws: `Fault(.configuration)` where there is none.
    func mailConversation(_ overrides: [Override], isBulk: Bool) throws -> MailConversation {
        let configuration = try configure(overrides)
        guard let relay = try configuration.mailRelay(environment, isBulk: isBulk) else {
            throw Fault(
                .configuration, "the server speaks with no mail server",
                notes: ["\(isBulk ? "BULK_" : "")SMTP_SERVER is not set, or SMTP_DELIVERY_METHOD is another"],
                help: "name the server's env file with --env-file")
        }
        return MailConversation(with: relay)
    }
}
