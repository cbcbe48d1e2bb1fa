import ArgumentParser
import Configuration
import Operations

extension EmailDomainBlocksCommand {
    /// `mastoctl email-domain-blocks add`: block e-mail domains.
    struct Add: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Block e-mail domains.",
            discussion: """
                Nobody can sign up with an address of these domains or their subdomains. Names are written as the server \
                does: lower case, punycode. What is blocked already stays as it is.

                With --with-dns-records the mail servers of each domain are looked up and blocked as well, which keeps \
                away the other domains behind them; removing the domain lets them go again. A domain whose mail servers \
                cannot be found out is blocked alone, with a warning.

                As with tootctl, the server's audit log is told nothing unless --as names a moderator.

                Lanes: api (not with --with-dns-records), direct. By api the server logs it, on behalf of the token's owner.

                Examples:
                  mastoctl email-domain-blocks add spam.example
                  mastoctl email-domain-blocks add spam.example --with-dns-records --dry-run --verbose
                  mastoctl email-domain-blocks add --from disposable.txt --allow-with-approval --as alice
                """)

        @Argument(help: ArgumentHelp("A domain.", valueName: "domain"))
        var domains: [String] = []

        @OptionGroup var email: EmailDomainOptions
        @OptionGroup var editing: ItemEditing<AuditOptions>

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws { try editing.items.require(domains, "domain") }

        func operation(_ configuration: Configuration) throws -> EmailDomainAddition {
            let read = try email.requests(try editing.items.all(domains))
            return EmailDomainAddition(
                "email-domain-blocks add", to: .with(mailServersFrom: email.resolver), read.values,
                refused: read.refused,
                auditing: editing.moderation.asTootctl(configuration),
                lane: try editing.lanes.lane(of: email.withDnsRecords ? [.direct] : [.api, .direct], configuration))
        }
    }
}
