import ArgumentParser
import Configuration
import Model
import Operations
import Presentation

extension CanonicalEmailBlocksCommand {
    /// `mastoctl canonical-email-blocks find`: tell whether addresses are blocked.
    struct Find: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell whether e-mail addresses are blocked.",
            discussion: """
                Any spelling of an address finds its block. The status is 0 either way.

                Examples:
                  mastoctl canonical-email-blocks find user@mail.example
                  mastoctl canonical-email-blocks find a@mail.example b@mail.example --format json
                """)

        @Argument(help: ArgumentHelp("An e-mail address or a hash.", valueName: "email"))
        var emails: [String] = []

        @OptionGroup(title: "Selection")
        var items: ItemOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws { try items.require(emails, "e-mail address") }

        func question(_ configuration: Configuration) throws -> CanonicalEmailInquiry {
            try CanonicalEmailInquiry(items.all(emails))
        }

        func told(_ findings: [CanonicalEmailFinding]) -> CanonicalEmailFindings { CanonicalEmailFindings(findings) }
    }
}
