import ArgumentParser
import Configuration
import Model
import Operations
import Presentation

extension IPBlocksCommand {
    /// `mastoctl ip-blocks export`: print blocked addresses for other programs.
    struct Export: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print blocked IP addresses for other programs.",
            discussion: """
                --format plain, the default here, prints a range a line; nginx prints 'deny' lines; nftables prints a \
                table with the sets blocked4 and blocked6 for `nft -f`, which rules of yours refer to. Other forms are \
                those of every command.

                As with tootctl, blocks of the severity no_access are printed, also those whose end has come and that \
                the server has not cleared away yet; --active leaves these out.

                Examples:
                  mastoctl ip-blocks export --format nginx > /etc/nginx/blocked.conf
                  mastoctl ip-blocks export --format nftables --active | nft -f -
                  mastoctl ip-blocks export --severity sign_up_block
                """)

        @Option(
            help: ArgumentHelp(
                "sign_up_requires_approval, sign_up_block or no_access. May be repeated; no_access when not given.",
                valueName: "severity"))
        var severity: [IPBlock.Severity] = []

        @Flag(help: "Leave out blocks whose end has come.")
        var active = false

        @OptionGroup(title: "Global options")
        var global: SharedOptions<IPBlockExport.Forms>

        func question(_ configuration: Configuration) -> IPBlockListing {
            IPBlockListing(
                IPBlockFilter(severities: severity.isEmpty ? [.noAccess] : severity, expiry: active ? .active : .any),
                byAddress: false, by: "ip-blocks export")
        }

        func told(_ blocks: SignUpBlocks<IPBlock>) -> IPBlockExport { IPBlockExport(blocks) }
    }
}
