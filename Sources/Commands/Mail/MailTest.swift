import ArgumentParser
import Assembly
import Configuration
import Faults
import Operations
import Presentation

extension MailCommand {
    /// `mastoctl mail test`: send one mail.
    struct Test: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Send one mail, as the server would.",
            discussion: """
                From SMTP_FROM_ADDRESS, by the server's own settings. What the mail server said at the end is told: it has \
                taken the mail then, which is not to say that it arrives.

                Examples:
                  mastoctl mail test admin@example.org
                  mastoctl mail test admin@example.org --bulk
                """)

        @Argument(help: ArgumentHelp("Whom to.", valueName: "address"))
        var address: String

        @Flag(help: "By the one for mails to many: BULK_SMTP_ (since 4.4).")
        var bulk = false

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            let parts = address.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }),
                address.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") })
            else { throw ValidationError("an address is one such as admin@example.org") }
        }

        func run(in session: Session) async throws -> ExitStatus {
            let conversation = try session.mailConversation(global.overrides, isBulk: bulk)
            try session.configuration?.requireWritable()
            let domain = session.configuration?.identity.localDomain ?? "localhost"
            let told = try await conversation.sendTest(to: address, of: domain)
            return try tell(MailShown("mail.test/1", told), in: session)
        }
    }
}
