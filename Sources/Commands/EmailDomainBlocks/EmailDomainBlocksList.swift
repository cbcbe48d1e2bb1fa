import ArgumentParser
import Configuration
import Operations
import Presentation

extension EmailDomainBlocksCommand {
    /// `mastoctl email-domain-blocks list`: list blocked e-mail domains.
    struct List: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "List blocked e-mail domains.",
            discussion: """
                Mail servers that are blocked because of a domain stand below it.

                Examples:
                  mastoctl email-domain-blocks list
                  mastoctl email-domain-blocks list --only-with-approval --format json
                """)

        @OptionGroup(title: "Selection")
        var selection: EmailDomainSelection

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question(_ configuration: Configuration) -> EmailDomainListing {
            EmailDomainListing(withApproval: selection.withApproval, by: "email-domain-blocks list")
        }
    }
}

/// Which of the blocked e-mail domains.
struct EmailDomainSelection: ParsableArguments {
    @Flag(help: "Only domains nobody can sign up with.")
    var onlyBlocked = false

    @Flag(help: "Only domains that need a moderator's approval. Mastodon 4.3 and newer.")
    var onlyWithApproval = false

    func validate() throws {
        if onlyBlocked, onlyWithApproval {
            throw ValidationError("--only-blocked and --only-with-approval exclude each other")
        }
    }

    /// Nil for all.
    var withApproval: Bool? { onlyWithApproval ? true : onlyBlocked ? false : nil }
}
