import ArgumentParser
import Configuration
import Model
import Operations
import Presentation

extension EmailDomainBlocksCommand {
    /// `mastoctl email-domain-blocks export`: print the list for another server.
    struct Export: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the blocked e-mail domains as a list.",
            discussion: """
                One name a line, mail servers too, as import reads it: --format plain, which is the default here. The \
                JSON forms tell which mail server belongs to which domain.

                Examples:
                  mastoctl email-domain-blocks export > domains.txt
                  mastoctl email-domain-blocks export --only-blocked --format jsonl
                """)

        @OptionGroup(title: "Selection")
        var selection: EmailDomainSelection

        @OptionGroup(title: "Global options")
        var global: SharedOptions<EmailDomainExport.Forms>

        func question(_ configuration: Configuration) -> EmailDomainListing {
            EmailDomainListing(withApproval: selection.withApproval, by: "email-domain-blocks export")
        }

        func told(_ blocks: SignUpBlocks<EmailDomainBlock>) -> EmailDomainExport { EmailDomainExport(blocks) }
    }
}
