import ArgumentParser
import Configuration
import Model
import Operations

extension IPBlocksCommand {
    /// `mastoctl ip-blocks import`: block the addresses of a list.
    struct Import: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Block the IP addresses of a list.",
            discussion: """
                Reads one address or range a line, Spamhaus' lists as text and as JSON, Tor's exit addresses, the \
                'deny' lines of nginx, and the elements of nftables' sets; which it is shows in the lines. What follows \
                a # or a semicolon becomes the block's comment, if --comment gives none. When a line cannot be read, its \
                number is told and nothing is changed, unless --skip-bad. What is blocked already stays as it is, unless \
                --force.

                Ranges that hold everybody or half of it, addresses of this machine, loopback and private ones (of \
                proxies), and addresses that moderators signed in from within 30 days are refused with no_access, unless \
                --allow-lockout; ranges of that size with sign_up_block, too.

                The server's audit log is told, on behalf of the first owner or of --as.

                Lanes: direct, api (not with --force; slow: the server takes 300 calls in five minutes).

                Examples:
                  mastoctl ip-blocks import drop.txt --comment 'DROP list' --dry-run
                  mastoctl ip-blocks import /etc/nginx/blocked.conf --severity sign_up_block --duration 90d
                  nft list set inet filter bad | mastoctl ip-blocks import -
                """)

        @Argument(
            help: ArgumentHelp("The list; - is standard input.", valueName: "file"), completion: .file())
        var file: String

        @Option(
            help: ArgumentHelp("sign_up_requires_approval, sign_up_block or no_access.", valueName: "severity"))
        var severity = IPBlock.Severity.noAccess

        @Option(help: ArgumentHelp("Why; wins over comments in the list.", valueName: "text"))
        var comment: String?

        @Option(help: ArgumentHelp("End the blocks after this long: seconds, or 90m, 12h, 30d.", valueName: "duration"))
        var duration: BlockDuration?

        @Flag(name: [.short, .long], help: "Change blocks that are there already.")
        var force = false

        @Flag(help: "Block ranges that shut out everybody, moderators, or this machine and its proxies, too.")
        var allowLockout = false

        @OptionGroup var reading: ListOptions

        @OptionGroup(title: "Moderation")
        var moderating: ModeratorOptions

        @OptionGroup(title: "Lanes")
        var lanes: LaneOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) throws -> IPAddition {
            var reader = IPListReader()
            // What an API answers is one line.
            try ItemFile.lines(of: file, longest: 1 << 24) { reader.read($0) }
            reader.finish()
            try reading.require(reader.unread, of: file)
            let requests = reader.entries.map { entry in
                IPBlockRequest(
                    ip: entry.ip, severity: severity, comment: comment ?? entry.comment, duration: duration?.seconds)
            }
            return IPAddition(
                "ip-blocks import", requests, unread: reader.unread, overwrites: force,
                allowsLockout: allowLockout,
                auditing: moderating.asPages(configuration),
                lane: try lanes.lane(of: force ? [.direct] : [.direct, .api], configuration))
        }
    }
}
