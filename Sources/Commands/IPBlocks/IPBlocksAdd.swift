import ArgumentParser
import Configuration
import Model
import Operations

extension IPBlocksCommand {
    /// `mastoctl ip-blocks add`: block IP addresses.
    struct Add: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Block IP addresses or ranges.",
            discussion: """
                A range is written as 192.0.2.0/24 or 2001:db8::/32; host bits are cleared. A range around or within a \
                blocked one is a block of its own. What is blocked in the same words already stays as it is; --force \
                makes it as asked for: the severity, the end (none without --duration), and the comment if one is given.

                Ranges that hold everybody or half of it, addresses of this machine, loopback and private ones (of \
                proxies), and addresses that moderators signed in from within 30 days are refused with no_access, unless \
                --allow-lockout; ranges of that size with sign_up_block, too.

                An address that cannot be read is told, and the others go on; the status is not 0 then, other than \
                tootctl's. As with tootctl, the server's audit log is told nothing unless --as names a moderator.

                Lanes: api (not with --force), direct. By api the server logs it, on behalf of the token's owner.

                Examples:
                  mastoctl ip-blocks add 192.0.2.0/24 --severity no_access --comment 'spam wave'
                  mastoctl ip-blocks add 2001:db8::/32 198.51.100.7 --severity sign_up_block --duration 30d
                  mastoctl ip-blocks add 192.0.2.0/24 --severity sign_up_requires_approval --force
                """)

        @Argument(help: ArgumentHelp("An IP address or range.", valueName: "ip"))
        var addresses: [String] = []

        @Option(
            help: ArgumentHelp("sign_up_requires_approval, sign_up_block or no_access.", valueName: "severity"))
        var severity: IPBlock.Severity

        @Option(help: ArgumentHelp("Why.", valueName: "text"))
        var comment: String?

        @Option(help: ArgumentHelp("End the block after this long: seconds, or 90m, 12h, 30d.", valueName: "duration"))
        var duration: BlockDuration?

        @Flag(name: [.short, .long], help: "Change blocks that are there already.")
        var force = false

        @Flag(help: "Block ranges that shut out everybody, moderators, or this machine and its proxies, too.")
        var allowLockout = false

        @OptionGroup var editing: ItemEditing<AuditOptions>

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws { try editing.items.require(addresses, "IP address") }

        func operation(_ configuration: Configuration) throws -> IPAddition {
            let read = try ReadItems(try editing.items.all(addresses), as: "an IP address") { IPNetwork($0) }
            let requests = read.values.map {
                IPBlockRequest(ip: $0, severity: severity, comment: comment, duration: duration?.seconds)
            }
            return IPAddition(
                "ip-blocks add", requests, refused: read.refused, overwrites: force,
                allowsLockout: allowLockout,
                auditing: editing.moderation.asTootctl(configuration),
                lane: try editing.lanes.lane(of: force ? [.direct] : [.api, .direct], configuration))
        }
    }
}
