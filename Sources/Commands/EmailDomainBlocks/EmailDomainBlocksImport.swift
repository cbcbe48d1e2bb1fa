import ArgumentParser
import Configuration
import Faults
import Model
import Operations
import Stores

extension EmailDomainBlocksCommand {
    /// `mastoctl email-domain-blocks import`: block the domains of a list.
    struct Import: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Block the e-mail domains of a list.",
            discussion: """
                The list has one domain a line; blank lines and what follows a # do not count. When a line cannot be \
                read, its number is told and nothing is changed. What is blocked already stays as it is.

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

        @OptionGroup(title: "Moderation")
        var moderating: ModeratorOptions

        @OptionGroup(title: "Lanes")
        var lanes: LaneOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) throws -> BlockAddition<EmailDomainBlocks> {
            BlockAddition(
                "email-domain-blocks import", to: email.list, try requests(),
                auditing: moderating.asPages(configuration),
                lane: try lanes.lane(of: email.withDnsRecords ? [.direct] : [.direct, .api], configuration))
        }

        private func requests() throws -> [EmailDomainBlockRequest] {
            var requests: [EmailDomainBlockRequest] = []
            var reading = PlainListReading()
            try ItemFile.lines(of: file) { line in
                guard let word = reading.item(line) else { return }
                guard let domain = DomainName.valid(word) else {
                    reading.refuse(word, as: "a domain")
                    return
                }
                requests.append(
                    EmailDomainBlockRequest(domain: domain, allowWithApproval: email.allowWithApproval))
            }
            if reading.faultCount > 0 { throw ItemFile.fault(file, reading.faultCount, reading.faults) }
            return requests
        }
    }
}
