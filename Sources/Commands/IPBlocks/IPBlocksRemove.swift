import ArgumentParser
import Configuration
import Model
import Operations

extension IPBlocksCommand {
    /// `mastoctl ip-blocks remove`: let IP addresses in again.
    struct Remove: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Remove blocks of IP addresses or ranges.",
            discussion: """
                Removes the blocks of the given range and of every range within it. With --force, those of the given \
                range and of every range around it instead, so that the address is blocked no more. What is not blocked \
                is told and no error.

                As with tootctl, the server's audit log is told nothing unless --as names a moderator.

                Lanes: api, direct. By api the server logs it, on behalf of the token's owner.

                Examples:
                  mastoctl ip-blocks remove 192.0.2.0/24
                  mastoctl ip-blocks remove 192.0.2.9 --force --dry-run --verbose
                  mastoctl ip-blocks list --expired --format ids | mastoctl ip-blocks remove --from -
                """)

        @Argument(help: ArgumentHelp("An IP address or range.", valueName: "ip"))
        var addresses: [String] = []

        @Flag(name: [.short, .long], help: "Remove the blocks of ranges around the given ones.")
        var force = false

        @OptionGroup var editing: ItemEditing<AuditOptions>

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws { try editing.items.require(addresses, "IP address") }

        func operation(_ configuration: Configuration) throws -> IPRemoval {
            let read = try ReadItems(try editing.items.all(addresses), as: "an IP address") { IPNetwork($0) }
            return IPRemoval(
                "ip-blocks remove", from: .reaching(around: force), read.values,
                refused: read.refused, auditing: editing.moderation.asTootctl(configuration),
                lane: try editing.lanes.lane(of: [.api, .direct], configuration))
        }
    }
}
