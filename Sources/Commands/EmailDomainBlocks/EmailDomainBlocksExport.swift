import ArgumentParser
import Configuration
import Presentation
import Stores

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

        static var forms: [Format] { [.plain] + Format.everyones }

        @OptionGroup var selection: EmailDomainSelection

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func answer(from site: Site<ReadOnly>, _ configuration: Configuration) async throws -> EmailDomainExport {
            EmailDomainExport(try await selection.blocks(at: site))
        }
    }
}
