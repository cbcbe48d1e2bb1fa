import ArgumentParser
import Configuration
import Faults
import Model
import Operations

extension EmailDomainBlocksCommand {
    /// `mastoctl email-domain-blocks import`: block the domains of a list.
    struct Import: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Block the e-mail domains of a list.",
            discussion: """
                The list has one domain a line; blank lines and what follows a # do not count. A star before a name is \
                left off, since subdomains are blocked with a domain. When a line cannot be read, its number is told and \
                nothing is changed, unless --skip-bad. What is blocked already stays as it is.

                The server's audit log is told, on behalf of the first owner or of --as.

                Lanes: direct, api (not with --with-dns-records; slow: the server takes 300 calls in five minutes).

                Examples:
                  mastoctl email-domain-blocks import disposable.txt --dry-run
                  curl -s https://lists.example/domains.txt | mastoctl email-domain-blocks import -
                """)

        @Argument(
            help: ArgumentHelp("The list; - is standard input.", valueName: "file"), completion: .file())
        var file: String

        @OptionGroup var email: EmailDomainOptions

        @OptionGroup var reading: ListOptions

        @OptionGroup(title: "Moderation")
        var moderating: ModeratorOptions

        @OptionGroup(title: "Lanes")
        var lanes: LaneOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) throws -> EmailDomainAddition {
            let list = try reading.items(of: file, as: "a domain") { word in
                DomainName.valid(word).map {
                    EmailDomainBlockRequest(domain: $0, allowWithApproval: email.allowWithApproval)
                }
            }
            return EmailDomainAddition(
                "email-domain-blocks import", to: .with(mailServersFrom: email.resolver), list.items,
                unread: list.unread,
                auditing: moderating.asPages(configuration),
                lane: try lanes.lane(of: email.withDnsRecords ? [.direct] : [.direct, .api], configuration))
        }
    }
}
